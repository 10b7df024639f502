package io.kernelign.trainer.meter;

import io.kernelign.contracts.JobState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many jobs this process has brought to which end. */
@Component
public class EndMeters {

    private final Map<JobState, Counter> ends = new EnumMap<>(JobState.class);

    EndMeters(MeterRegistry registry) {
        for (var state : JobState.values()) {
            if (state.ended()) {
                ends.put(
                        state,
                        Counter.builder("kernelign.jobs.ended")
                                .description("Jobs that this process has ended.")
                                .tag("state", state.json())
                                .register(registry));
            }
        }
    }

    /** @param state one that ends a job */
    public void count(JobState state) {
        ends.get(state).increment();
    }
}
