package io.kernelign.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.djl.engine.EngineException;
import io.kernelign.torch.FailedAllocation.Place;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FailedAllocationTest {

    /** More than a process can address. */
    private static final long ENDLESS = 1L << 46;

    @Test
    void a_tensor_that_does_not_fit_is_told_with_its_size() {
        var failure = catchThrowable(() -> {
            try (var scope = Scope.plain()) {
                Tensors.zeros(DType.FLOAT32, ENDLESS);
            }
        });

        assertThat(FailedAllocation.behind(failure))
                .contains(new FailedAllocation(Place.TENSORS, OptionalLong.of(Float.BYTES * ENDLESS)));
    }

    @Test
    void so_is_one_that_a_primitive_wants_for_itself() {
        var failure = catchThrowable(() -> {
            try (var scope = Scope.plain()) {
                var one = Tensors.zeros(DType.FLOAT32, 1L << 23, 1);
                Primitives.linear(one, one);
            }
        });

        assertThat(FailedAllocation.behind(failure))
                .contains(new FailedAllocation(Place.TENSORS, OptionalLong.of(Float.BYTES * ENDLESS)));
    }

    @Test
    void what_a_gpu_says_is_understood() {
        var said = "CUDA out of memory. Tried to allocate 2.50 GiB. GPU 0 has a total capacity of 79.15 GiB";

        assertThat(FailedAllocation.behind(new EngineException(said)))
                .contains(new FailedAllocation(Place.TENSORS, OptionalLong.of(5L << 29)));
    }

    @Test
    void a_java_heap_that_is_full_is_told_wherever_it_stands_among_the_causes() {
        var full = catchThrowable(() -> assertThat(new long[Integer.MAX_VALUE]).isEmpty());

        assertThat(FailedAllocation.behind(new IllegalStateException(full)))
                .contains(new FailedAllocation(Place.JAVA, OptionalLong.empty()));
    }

    @Test
    void any_other_failure_is_none() {
        var failure = catchThrowable(() -> {
            try (var scope = Scope.plain()) {
                Tensors.zeros(DType.FLOAT32, 2, 3).matmul(Tensors.zeros(DType.FLOAT32, 2, 3));
            }
        });

        assertThat(failure).isInstanceOf(EngineException.class);
        assertThat(FailedAllocation.behind(failure)).isEmpty();
        assertThat(FailedAllocation.behind(new IllegalStateException())).isEmpty();
    }
}
