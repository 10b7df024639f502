package io.kernelign.service.http;

import io.kernelign.service.access.CallSigning;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

/** Request ids, and bean {@code serviceClients}. */
@AutoConfiguration(afterName = "org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration")
class HttpAutoConfiguration {

    @Bean
    RequestIdFilter requestIdFilter() {
        return new RequestIdFilter();
    }

    @Bean
    ServiceClients serviceClients(RestClient.Builder builder, CallSigning signing) {
        return new ServiceClients(builder, signing);
    }
}
