package io.kernelign.trainer.meter;

import io.kernelign.trainer.duty.Duty;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the jobs that this process trains tell of themselves, by slot: as many series as there are slots, however many jobs.
 */
@Component
public class SlotMeters {

    private static final List<String> FIGURES =
            List.of("step", "total_steps", "loss", "ranking_accuracy", "tokens_per_second", "peak_memory_bytes");

    private final Deque<Slot> free = new ArrayDeque<>();

    SlotMeters(Duty duty, @Value("${kernelign.trainer.slots}") int slots, MeterRegistry registry) {
        for (int number = 0; duty.trains() && number < slots; number++) {
            var slot = new Slot();
            for (var figure : FIGURES) {
                register(slot, number, figure, registry);
            }
            free.add(slot);
        }
    }

    private static void register(Slot slot, int number, String figure, MeterRegistry registry) {
        Gauge.builder("kernelign.job." + figure, slot, it -> it.values.getOrDefault(figure, Double.NaN))
                .description(
                        "Of the job that is trained in the slot, as it stands: " + figure + "; NaN when there is none.")
                .tag("slot", String.valueOf(number))
                .register(registry);
    }

    /** A slot for a job that is about to be trained; there are never more of them than slots. */
    public synchronized Slot take() {
        return free.remove();
    }

    private synchronized void giveBack(Slot slot) {
        free.push(slot);
    }

    /** The place of one job; closed when it is no longer trained. */
    public final class Slot implements AutoCloseable {

        private final Map<String, Double> values = new ConcurrentHashMap<>();

        /** @param figures by name; those that are not known here, or {@code null}, are passed over */
        public void tell(Map<String, Double> figures) {
            figures.forEach((name, value) -> {
                if (value != null && FIGURES.contains(name)) {
                    values.put(name, value);
                }
            });
        }

        @Override
        public void close() {
            values.clear();
            giveBack(this);
        }
    }
}
