package io.kernelign.trainer.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.service.testing.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ResidentTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final List<String> log = new CopyOnWriteArrayList<>();

    /** Writes down when it is loaded and let go. */
    private final class Thing implements AutoCloseable {

        private final String name;

        Thing(String name) {
            this.name = name;
            log.add("+" + name);
        }

        @Override
        public void close() {
            log.add("-" + name);
        }
    }

    private String use(Resident<String, Thing> resident, String name) throws InterruptedException {
        return resident.use(name, () -> new Thing(name), thing -> {
            log.add(thing.name);
            return Thread.currentThread().getName();
        });
    }

    @Test
    void it_is_loaded_once_and_let_go_before_another_is_loaded() throws InterruptedException {
        try (var resident = new Resident<String, Thing>("worker", LONG)) {
            for (var name : List.of("a", "a", "b", "a")) {
                assertThat(use(resident, name)).isEqualTo("worker");
            }
            assertThat(log).containsExactly("+a", "a", "a", "-a", "+b", "b", "-b", "+a", "a");
        }
        Waiting.until("the last to be let go", () -> log, all -> all.get(all.size() - 1)
                .equals("-a"));
    }

    @Test
    void it_is_let_go_when_nobody_has_used_it_for_a_while() throws InterruptedException {
        try (var resident = new Resident<String, Thing>("worker", Duration.ofMillis(50))) {
            use(resident, "a");
            Waiting.until("it to be let go", () -> log, all -> all.contains("-a"));
            use(resident, "a");
            assertThat(log).startsWith("+a", "a", "-a", "+a", "a");
        }
    }

    @Test
    void what_loading_or_the_work_throws_is_thrown_and_the_next_use_goes_on() throws InterruptedException {
        try (var resident = new Resident<String, Thing>("worker", LONG)) {
            assertThatThrownBy(() -> resident.use(
                            "a",
                            () -> {
                                throw new IllegalArgumentException("not there");
                            },
                            thing -> thing))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not there");
            assertThatThrownBy(() -> resident.use("a", () -> new Thing("a"), thing -> {
                        throw new IllegalArgumentException("cannot");
                    }))
                    .hasMessage("cannot");
            use(resident, "a");
            assertThat(log).containsExactly("+a", "a");
        }
    }
}
