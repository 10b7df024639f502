package io.kernelign.gateway.behind;

import io.kernelign.contracts.BenchmarkFilesApi;
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
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The services that the gateway routes to. What lasts has a guard of its own, so that it takes no room from what does not. */
@Configuration(proxyBeanMethods = false)
class ServicesBehind {

    private static final String TRAINER = "trainer-service";
    private static final String METRICS = "metrics-service";

    /** How long a model may write at its answers. */
    private static final Duration WRITING = Duration.ofMinutes(10);

    /** How long a caller may take the points of a run. */
    private static final Duration SENDING = Duration.ofHours(1);

    private final ServiceBehind selector;
    private final ServiceBehind trainer;
    private final ServiceBehind writing;
    private final ServiceBehind metrics;

    ServicesBehind(
            ServiceClients clients,
            CallGuards guards,
            @Value("${kernelign.services.selector}") String selectorUrl,
            @Value("${kernelign.services.trainer}") String trainerUrl,
            @Value("${kernelign.services.metrics}") String metricsUrl) {
        var soon = ServiceClients.PATIENCE;
        selector = new ServiceBehind(clients, selectorUrl, soon, guards.brief("selector", "selector-service"));
        trainer = new ServiceBehind(clients, trainerUrl, soon, guards.brief("trainer", TRAINER));
        writing = new ServiceBehind(clients, trainerUrl, WRITING, guards.lasting("trainer-generation", TRAINER));
        metrics = new ServiceBehind(clients, metricsUrl, soon, guards.brief("metrics", METRICS));
    }

    @Bean
    SelectorApi selector() {
        return selector.client(SelectorApi.class);
    }

    @Bean
    TrainerApi trainer() {
        return trainer.client(TrainerApi.class);
    }

    @Bean
    TrainerReads trainerReads() {
        return trainer.client(TrainerReads.class);
    }

    @Bean
    SharesApi shares() {
        return trainer.client(SharesApi.class);
    }

    @Bean
    SweepApi sweeps() {
        return trainer.client(SweepApi.class);
    }

    @Bean
    WebhookApi webhooks() {
        return trainer.client(WebhookApi.class);
    }

    @Bean
    VerdictApi verdicts() {
        return trainer.client(VerdictApi.class);
    }

    @Bean
    EvaluationApi evaluations() {
        return trainer.client(EvaluationApi.class);
    }

    @Bean
    BenchmarkFilesApi benchmarkFiles() {
        return trainer.client(BenchmarkFilesApi.class);
    }

    @Bean
    GenerationApi generation() {
        return writing.client(GenerationApi.class);
    }

    @Bean
    ResultsApi results() {
        return metrics.client(ResultsApi.class);
    }

    @Bean
    PointExportApi pointExport(ServiceClients clients, CallGuards guards) {
        var export = clients.create(PointExportApi.class, metrics.url(), SENDING, UnaryOperator.identity());
        var guard = guards.lasting("metrics-export", METRICS);
        return (tenant, run, format) -> guard.stream(() -> export.points(tenant, run, format));
    }

    @Bean
    MetricsApi metrics() {
        return metrics.client(MetricsApi.class);
    }

    @Bean
    MetricsReads metricsReads() {
        return metrics.client(MetricsReads.class);
    }
}
