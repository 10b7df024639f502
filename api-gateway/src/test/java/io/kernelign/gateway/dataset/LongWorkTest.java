package io.kernelign.gateway.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class LongWorkTest {

    @Test
    void long_work_has_the_lowest_priority_and_so_have_the_threads_that_it_starts() throws IOException {
        var priorities = LongWork.run(
                "work", () -> new int[] {Thread.currentThread().getPriority(), new Thread(() -> {}).getPriority()});

        assertThat(priorities).containsOnly(Thread.MIN_PRIORITY);
        assertThat(Thread.currentThread().getPriority()).isEqualTo(Thread.NORM_PRIORITY);
    }

    @Test
    void what_it_throws_is_thrown_as_it_is() {
        for (var failure : new Exception[] {new IOException("disk"), new IllegalStateException()}) {
            assertThatThrownBy(() -> LongWork.run("work", () -> {
                        throw failure;
                    }))
                    .isSameAs(failure);
        }
        assertThatThrownBy(() -> LongWork.run("work", () -> {
                    throw new OutOfMemoryError("made up");
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void who_is_interrupted_interrupts_the_work_waits_for_its_end_and_stays_interrupted() throws Exception {
        var begun = new CountDownLatch(1);
        var waiting = new FutureTask<>(() -> {
            assertThatThrownBy(() -> LongWork.run("work", () -> {
                        begun.countDown();
                        try {
                            new CountDownLatch(1).await();
                            return null;
                        } catch (InterruptedException e) {
                            throw new IOException("stopped", e);
                        }
                    }))
                    .hasMessage("stopped");
            return Thread.interrupted();
        });
        var thread = new Thread(waiting);
        thread.start();
        begun.await();

        thread.interrupt();

        assertThat(waiting.get()).isTrue();
    }
}
