package io.kernelign.trainer;

import io.kernelign.contracts.EmbeddingsApi;
import io.kernelign.contracts.MetricsApi;
import io.kernelign.contracts.SelectorApi;
import io.kernelign.service.http.ServiceClients;
import io.kernelign.service.start.ServiceLauncher;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The trainer: owns jobs and works on them. */
@SpringBootApplication
public class TrainerApplication {

    public static void main(String[] args) {
        ServiceLauncher.run(TrainerApplication.class, "trainer-service", args);
    }

    @Bean
    EmbeddingsApi embeddingsApi(ServiceClients clients, @Value("${kernelign.services.selector}") String url) {
        return clients.create(EmbeddingsApi.class, url);
    }

    @Bean
    SelectorApi selectorApi(ServiceClients clients, @Value("${kernelign.services.selector}") String url) {
        return clients.create(SelectorApi.class, url);
    }

    @Bean
    MetricsApi metricsApi(ServiceClients clients, @Value("${kernelign.services.metrics}") String url) {
        return clients.create(MetricsApi.class, url);
    }
}
