package io.kernelign.service.http;

import io.kernelign.service.access.CallSigning;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Request ids, failures of filters, and bean {@code serviceClients}. */
@AutoConfiguration(afterName = "org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration")
class HttpAutoConfiguration {

    @Bean
    RequestIdFilter requestIdFilter() {
        return new RequestIdFilter();
    }

    @Bean
    FilterFailures filterFailures(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures) {
        return new FilterFailures(failures);
    }

    @Bean
    ServiceClients serviceClients(RestClient.Builder builder, CallSigning signing) {
        return new ServiceClients(builder, signing);
    }
}
