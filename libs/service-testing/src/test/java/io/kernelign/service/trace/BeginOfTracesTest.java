package io.kernelign.service.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.sample.SampleApplication;
import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where traces begin; that collectors get them is tested on the whole platform. */
class BeginOfTracesTest {

    @RegisterExtension
    static final RunningService ALONE = RunningService.of(SampleApplication.class, "sample-service");

    @RegisterExtension
    static final RunningService COLLECTED = RunningService.of(SampleApplication.class, "sample-service")
            .with("management.opentelemetry.tracing.export.otlp.endpoint", "http://localhost:1/v1/traces");

    @Test
    void a_service_that_sends_its_spans_nowhere_begins_none() {
        assertThat(ALONE.bean(Tracer.class).nextSpan().context().sampled()).isFalse();
        assertThat(COLLECTED.bean(Tracer.class).nextSpan().context().sampled()).isTrue();
    }

    @Test
    void a_trace_of_its_caller_goes_on_through_it() {
        var tracer = ALONE.bean(Tracer.class);
        var caller = tracer.traceContextBuilder()
                .traceId("0af7651916cd43dd8448eb211c80319c")
                .spanId("b7ad6b7169203331")
                .sampled(true)
                .build();

        var within = tracer.spanBuilder().setParent(caller).start().context();

        assertThat(within.traceId()).isEqualTo(caller.traceId());
        assertThat(within.sampled()).isTrue();
    }
}
