package io.kernelign.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.data.rows.CutRow;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowPipelineTest {

    private static final int ROWS = 20_000;
    private static final int MIB = 1 << 20;

    private final List<Integer> taken = new ArrayList<>();

    private static CutRow row(int bytes) {
        return new CutRow(bytes, () -> null);
    }

    /** Work of very different lengths. */
    private static int number(CutRow row) {
        if (row.bytes() % 1_000 == 0) {
            Thread.yield();
        }
        return row.bytes();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void results_come_in_the_order_of_the_rows(int workers) throws IOException {
        try (var pipeline = new RowPipeline<>(workers, RowPipelineTest::number, taken::add)) {
            for (int i = 1; i <= ROWS; i++) {
                pipeline.put(row(i));
            }
            pipeline.finish();
        }
        assertThat(taken)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ROWS).boxed().toList());
    }

    @Test
    void what_the_work_throws_is_thrown_after_the_results_of_the_rows_in_front() throws IOException {
        try (var pipeline = new RowPipeline<Integer>(
                3,
                row -> {
                    if (row.bytes() == 70_000) {
                        throw new IllegalStateException("row 70000");
                    }
                    return row.bytes();
                },
                taken::add)) {
            pipeline.put(row(69_999));
            pipeline.put(row(70_000));
            pipeline.put(row(70_001));
            assertThatThrownBy(pipeline::finish)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("row 70000");
        }
        assertThat(taken).containsExactly(69_999);
    }

    @Test
    void no_more_than_a_few_mebibytes_of_rows_are_on_the_way() throws IOException {
        var onTheWay = new AtomicInteger();
        try (var pipeline = new RowPipeline<>(4, CutRow::bytes, bytes -> onTheWay.addAndGet(-bytes))) {
            for (int i = 0; i < 100; i++) {
                onTheWay.addAndGet(MIB);
                pipeline.put(row(MIB));
                assertThat(onTheWay.get()).isLessThanOrEqualTo(5 * MIB);
            }
            pipeline.finish();
        }
        assertThat(onTheWay).hasValue(0);
    }

    @Test
    void no_thread_works_on_after_the_end() throws Exception {
        var begun = new CountDownLatch(1);
        var working = new AtomicInteger();
        var pipeline = new RowPipeline<>(
                2,
                row -> {
                    working.incrementAndGet();
                    begun.countDown();
                    for (int i = 0; i < 1_000_000; i++) {
                        Thread.onSpinWait();
                    }
                    return working.decrementAndGet();
                },
                taken::add);
        try (pipeline) {
            pipeline.put(row(MIB));
            pipeline.put(row(MIB));
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(working).hasValue(0);
    }

    @Test
    void an_interrupt_ends_the_waiting() throws IOException {
        var gate = new CountDownLatch(1);
        try (var pipeline = new RowPipeline<>(1, row -> await(gate), taken::add)) {
            pipeline.put(row(MIB));
            Thread.currentThread().interrupt();
            assertThatThrownBy(pipeline::finish).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
            gate.countDown();
        }
    }

    private static int await(CountDownLatch gate) {
        try {
            gate.await();
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
