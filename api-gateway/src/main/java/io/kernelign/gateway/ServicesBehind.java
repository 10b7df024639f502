package io.kernelign.gateway;

import io.kernelign.contracts.EvaluationApi;
import io.kernelign.contracts.GenerationApi;
import io.kernelign.contracts.MetricsApi;
import io.kernelign.contracts.PointExportApi;
import io.kernelign.contracts.ResultsApi;
import io.kernelign.contracts.SelectorApi;
import io.kernelign.contracts.SharesApi;
import io.kernelign.contracts.SweepApi;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.contracts.VerdictApi;
import io.kernelign.contracts.WebhookApi;
import io.kernelign.service.http.ServiceClients;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The services that the gateway routes to. */
@Configuration
class ServicesBehind {

    /** How long a model may write at its answers. */
    private static final Duration WRITING = Duration.ofMinutes(10);

    /** How long a caller may take the points of a run. */
    private static final Duration SENDING = Duration.ofHours(1);

    @Bean
    SelectorApi selector(ServiceClients clients, @Value("${kernelign.services.selector}") String url) {
        return clients.create(SelectorApi.class, url);
    }

    @Bean
    TrainerApi trainer(ServiceClients clients, @Value("${kernelign.services.trainer}") String url) {
        return clients.create(TrainerApi.class, url);
    }

    @Bean
    SharesApi shares(ServiceClients clients, @Value("${kernelign.services.trainer}") String url) {
        return clients.create(SharesApi.class, url);
    }

    @Bean
    SweepApi sweeps(ServiceClients clients, @Value("${kernelign.services.trainer}") String url) {
        return clients.create(SweepApi.class, url);
    }

    @Bean
    WebhookApi webhooks(ServiceClients clients, @Value("${kernelign.services.trainer}") String url) {
        return clients.create(WebhookApi.class, url);
    }

    @Bean
    VerdictApi verdicts(ServiceClients clients, @Value("${kernelign.services.trainer}") String url) {
        return clients.create(VerdictApi.class, url);
    }

    @Bean
    EvaluationApi evaluations(ServiceClients clients, @Value("${kernelign.services.trainer}") String url) {
        return clients.create(EvaluationApi.class, url);
    }

    @Bean
    GenerationApi generation(ServiceClients clients, @Value("${kernelign.services.trainer}") String url) {
        return clients.create(GenerationApi.class, url, WRITING);
    }

    @Bean
    ResultsApi results(ServiceClients clients, @Value("${kernelign.services.metrics}") String url) {
        return clients.create(ResultsApi.class, url);
    }

    @Bean
    PointExportApi pointExport(ServiceClients clients, @Value("${kernelign.services.metrics}") String url) {
        return clients.create(PointExportApi.class, url, SENDING);
    }

    @Bean
    MetricsApi metrics(ServiceClients clients, @Value("${kernelign.services.metrics}") String url) {
        return clients.create(MetricsApi.class, url);
    }
}
