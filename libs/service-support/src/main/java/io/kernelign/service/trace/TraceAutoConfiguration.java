package io.kernelign.service.trace;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** A service that sends its spans nowhere begins no trace; those of its callers go on through it. */
@AutoConfiguration(after = OtlpTracingAutoConfiguration.class, before = OpenTelemetryTracingAutoConfiguration.class)
class TraceAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(SpanExporter.class)
    Sampler ofCallersAlone() {
        return Sampler.parentBased(Sampler.alwaysOff());
    }
}
