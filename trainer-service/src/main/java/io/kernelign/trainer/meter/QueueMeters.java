package io.kernelign.trainer.meter;

import io.kernelign.contracts.JobState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** Jobs that have not ended, those of every trainer on the queue; the database is asked at most once a second. */
@Component
class QueueMeters implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Backlogs backlogs;
    private final Clock clock;
    private Optional<Backlog> backlog = Optional.empty();
    private Instant asked = Instant.MIN;

    QueueMeters(Backlogs backlogs, Clock clock) {
        this.backlogs = backlogs;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Arrays.stream(JobState.values()).filter(state -> !state.ended()).forEach(state -> gauge(
                        "kernelign.jobs", "Jobs by how far they have come.", backlog -> backlog.in(state))
                .tag("state", state.json())
                .register(registry));
        gauge("kernelign.jobs.waiting", "Jobs that wait for a worker.", Backlog::waiting)
                .register(registry);
        gauge("kernelign.jobs.paused", "Jobs that rest until they are resumed.", Backlog::paused)
                .register(registry);
        gauge("kernelign.jobs.oldest.wait", "How long the oldest job has waited that waits for a worker.", this::wait)
                .baseUnit("seconds")
                .register(registry);
    }

    private Gauge.Builder<?> gauge(String name, String description, ToDoubleFunction<Backlog> value) {
        return Gauge.builder(name, this, meters -> meters.backlog()
                        .map(value::applyAsDouble)
                        .orElse(Double.NaN))
                .description(description);
    }

    private double wait(Backlog backlog) {
        return backlog.waitingSince()
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1e3)
                .orElse(0.0);
    }

    /** Empty for as long while the database is away: the next gauge does not wait for it again. */
    private synchronized Optional<Backlog> backlog() {
        var now = clock.instant();
        if (!now.isBefore(asked.plus(FRESH))) {
            asked = now;
            backlog = Optional.empty();
            backlog = Optional.of(backlogs.now());
        }
        return backlog;
    }
}
