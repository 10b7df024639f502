package io.kernelign.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private int before;

    @BeforeEach
    void count() {
        before = Torch.liveTensors();
    }

    @Test
    void closing_frees_every_tensor_of_the_scope_and_those_only() {
        try (var outer = Scope.plain()) {
            var kept = Tensors.scalar(1);
            try (var inner = Scope.plain()) {
                var lost = kept.plus(1).times(kept);
                assertThat(lost.item()).isEqualTo(2);
            }
            assertThat(Torch.liveTensors()).isEqualTo(before + 1);
            assertThat(kept.item()).isEqualTo(1);
        }
        assertThat(Torch.liveTensors()).isEqualTo(before);
    }

    @Test
    void a_tensor_of_a_closed_scope_is_refused_by_a_java_exception() {
        Tensor stale;
        try (var scope = Scope.plain()) {
            stale = Tensors.scalar(1);
        }
        try (var scope = Scope.plain()) {
            assertThatThrownBy(() -> stale.plus(1)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_kept_tensor_lives_until_the_enclosing_scope_closes() {
        Tensor kept;
        try (var outer = Scope.plain()) {
            try (var inner = Scope.plain()) {
                kept = inner.keep(Tensors.scalar(7).plus(1));
            }
            assertThat(kept.item()).isEqualTo(8);
            assertThat(Torch.liveTensors()).isEqualTo(before + 1);
        }
        assertThat(Torch.liveTensors()).isEqualTo(before);
    }

    @Test
    void keeping_passes_over_scopes_that_are_open_in_between() {
        try (var outer = Scope.plain()) {
            Tensor kept;
            try (var middle = Scope.plain()) {
                try (var inner = Scope.plain()) {
                    kept = middle.keep(Tensors.scalar(7));
                }
            }
            assertThat(kept.item()).isEqualTo(7);
        }
        assertThat(Torch.liveTensors()).isEqualTo(before);
    }

    @Test
    void keeping_what_lives_longer_anyway_does_not_shorten_its_life() {
        try (var owner = Scope.plain()) {
            var parameter = Tensors.scalar(1).retain();
            var outermost = Tensors.scalar(2);
            try (var outer = Scope.plain()) {
                try (var inner = Scope.plain()) {
                    inner.keep(parameter);
                    inner.keep(outermost);
                }
            }
            assertThat(outermost.item()).isEqualTo(2);
            assertThat(parameter.item()).isEqualTo(1);
            parameter.close();
        }
        assertThat(Torch.liveTensors()).isEqualTo(before);
    }

    @Test
    void a_retained_tensor_lives_until_its_owner_closes_it_whichever_scope_it_came_from() {
        Tensor parameter;
        try (var outer = Scope.plain()) {
            parameter = Tensors.scalar(5);
            try (var inner = Scope.plain()) {
                parameter.retain();
            }
        }
        assertThat(Torch.liveTensors()).isEqualTo(before + 1);
        assertThat(parameter.item()).isEqualTo(5);
        parameter.close();
        assertThat(Torch.liveTensors()).isEqualTo(before);
    }

    @Test
    void closing_a_tensor_early_frees_it_at_once() {
        try (var scope = Scope.plain()) {
            Tensors.scalar(1).close();
            assertThat(Torch.liveTensors()).isEqualTo(before);
        }
    }

    @Test
    void the_outermost_scope_has_nobody_to_keep_a_tensor_for() {
        try (var scope = Scope.plain()) {
            var tensor = Tensors.scalar(1);
            assertThatThrownBy(() -> scope.keep(tensor)).hasMessageContaining("no enclosing scope");
        }
    }

    @Test
    void scopes_that_close_out_of_order_are_refused() {
        var outer = Scope.plain();
        var inner = Scope.plain();
        assertThatThrownBy(outer::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("reverse");
        inner.close();
        outer.close();
        assertThatThrownBy(outer::close).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_scope_is_closed_by_its_own_thread_only() throws Exception {
        try (var scope = Scope.plain()) {
            onAnotherThread(() -> {
                assertThatThrownBy(scope::close).hasMessageContaining("own thread");
                return null;
            });
        }
    }

    @Test
    void without_an_open_scope_every_way_to_a_new_tensor_is_refused_and_leaves_nothing() {
        Tensor parameter;
        try (var scope = Scope.plain()) {
            parameter = Tensors.of(new float[] {1, 2}, 2).retain();
        }
        List<Runnable> ways = List.of(
                () -> Tensors.scalar(1),
                () -> Tensors.of(1, 2),
                () -> parameter.plus(1),
                () -> parameter.reshape(2, 1),
                () -> parameter.expm1(),
                () -> parameter.assign(parameter),
                () -> parameter.gradient(),
                () -> Tensors.concat(List.of(parameter, parameter), 0));
        for (var way : ways) {
            assertThatThrownBy(way::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no Scope is open on this thread: tensors would never be freed");
        }
        assertThat(parameter.floats()).containsExactly(1, 2);
        assertThat(Torch.liveTensors()).isEqualTo(before + 1);
        parameter.close();
    }

    @Test
    void a_scope_sets_the_recording_mode_whatever_the_thread_had_and_restores_it() throws Exception {
        for (var inherited : new boolean[] {true, false}) {
            onAnotherThread(() -> {
                JniUtils.setGradMode(inherited);
                try (var recording = Scope.recording()) {
                    assertThat(slopeOfSquareAtThree()).isEqualTo(6);
                    try (var plain = Scope.plain()) {
                        assertThatThrownBy(ScopeTest::slopeOfSquareAtThree)
                                .hasMessageContaining("does not require grad");
                        try (var again = Scope.recording()) {
                            assertThat(slopeOfSquareAtThree()).isEqualTo(6);
                        }
                    }
                    assertThat(slopeOfSquareAtThree()).isEqualTo(6);
                }
                assertThat(JniUtils.isGradMode()).isEqualTo(inherited);
                return null;
            });
        }
    }

    @Test
    void a_nested_scope_records_when_the_enclosing_one_does() {
        assertThatThrownBy(Scope::nested).hasMessageContaining("no Scope is open");
        try (var recording = Scope.recording();
                var nested = Scope.nested()) {
            assertThat(slopeOfSquareAtThree()).isEqualTo(6);
        }
        try (var plain = Scope.plain();
                var nested = Scope.nested()) {
            assertThatThrownBy(ScopeTest::slopeOfSquareAtThree).hasMessageContaining("does not require grad");
        }
    }

    @Test
    void a_failure_inside_frees_and_restores_too() {
        var mode = JniUtils.isGradMode();
        assertThatThrownBy(() -> {
                    try (var scope = Scope.recording()) {
                        Tensors.of(1, 2).plus(Tensors.of(1, 2, 3));
                    }
                })
                .hasMessageContaining("must match");
        assertThat(JniUtils.isGradMode()).isEqualTo(mode);
        assertThat(Torch.liveTensors()).isEqualTo(before);
    }

    @Test
    void threads_compute_side_by_side_each_in_its_own_scopes() throws Exception {
        var alone = SmallTraining.run(1, 60).losses();
        var pool = Executors.newFixedThreadPool(2);
        try {
            var tasks = new ArrayList<Callable<float[]>>();
            for (int i = 0; i < 4; i++) {
                tasks.add(() -> SmallTraining.run(1, 60).losses());
            }
            for (var result : pool.invokeAll(tasks)) {
                assertThat(result.get()).isEqualTo(alone);
            }
        } finally {
            pool.shutdown();
        }
        assertThat(Torch.liveTensors()).isEqualTo(before);
    }

    private static double slopeOfSquareAtThree() {
        var x = Tensors.scalar(3).requireGradient();
        x.square().backward();
        return x.gradient().item();
    }

    private static void onAnotherThread(Callable<Void> task) throws Exception {
        var pool = Executors.newSingleThreadExecutor();
        try {
            pool.submit(task).get();
        } finally {
            pool.shutdown();
        }
    }
}
