package io.kernelign.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Against {@code torch.optim.AdamW}; {@code oracles/adamw.py} made the golden values. */
class AdamWTest {

    record Golden(List<Case> cases) {}

    record Case(
            String name,
            double beta1,
            double beta2,
            double eps,
            double weightDecay,
            List<Double> rates,
            List<Snapshot> after) {

        @Override
        public String toString() {
            return name;
        }
    }

    record Snapshot(int steps, float[] first, float[] second) {}

    static Stream<Case> cases() throws Exception {
        try (var in = AdamWTest.class.getResourceAsStream("/golden/adamw.json")) {
            var values = JsonMapper.shared().readTree(in).get("values");
            return JsonMapper.shared().treeToValue(values, Golden.class).cases().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void parameters_follow_those_of_pytorch(Case golden) {
        try (var scope = Scope.plain()) {
            var parameters = parameters();
            var settings = new AdamW.Settings(golden.beta1(), golden.beta2(), golden.eps(), golden.weightDecay());
            try (var optimiser = new AdamW(parameters, settings)) {
                int step = 0;
                for (var snapshot : golden.after()) {
                    while (step < snapshot.steps()) {
                        optimiser.step(gradients(step), golden.rates().get(step++));
                    }
                    Samples.assertClose(parameters.get(0).floats(), snapshot.first(), 1e-6f);
                    Samples.assertClose(parameters.get(1).floats(), snapshot.second(), 1e-6f);
                }
            }
        }
    }

    @Test
    void an_optimiser_whose_state_was_copied_goes_on_to_the_same_bits() {
        try (var scope = Scope.plain()) {
            var parameters = parameters();
            var copies = parameters();
            try (var optimiser = new AdamW(parameters, AdamW.Settings.DEFAULT);
                    var resumed = new AdamW(copies, AdamW.Settings.DEFAULT)) {
                for (int step = 0; step < 5; step++) {
                    optimiser.step(gradients(step), 0.01);
                }
                assign(copies, parameters);
                assign(resumed.state(), optimiser.state());
                for (int step = 5; step < 9; step++) {
                    optimiser.step(gradients(step), 0.01);
                    resumed.step(gradients(step), 0.01);
                }
                for (int i = 0; i < parameters.size(); i++) {
                    assertThat(copies.get(i).floats())
                            .isEqualTo(parameters.get(i).floats());
                }
            }
        }
    }

    @Test
    void its_state_is_freed_with_it_and_not_with_the_scope_it_was_made_in() {
        var before = Torch.liveTensors();
        AdamW optimiser;
        List<Tensor> parameters;
        try (var scope = Scope.plain()) {
            parameters = parameters();
            parameters.forEach(Tensor::retain);
            optimiser = new AdamW(parameters, AdamW.Settings.DEFAULT);
        }
        try (var scope = Scope.plain()) {
            optimiser.step(gradients(0), 0.1);
        }
        assertThat(Torch.liveTensors()).isEqualTo(before + 2 + 6);
        optimiser.close();
        parameters.forEach(Tensor::close);
        assertThat(Torch.liveTensors()).isEqualTo(before);
    }

    @Test
    void a_missing_gradient_is_refused() {
        try (var scope = Scope.plain();
                var optimiser = new AdamW(parameters(), AdamW.Settings.DEFAULT)) {
            var one = gradients(0).subList(0, 1);
            assertThatThrownBy(() -> optimiser.step(one, 0.1)).hasMessage("1 gradients for 2 parameters");
        }
    }

    private static void assign(List<Tensor> targets, List<Tensor> sources) {
        for (int i = 0; i < targets.size(); i++) {
            targets.get(i).assign(sources.get(i));
        }
    }

    private static List<Tensor> parameters() {
        return List.of(wave(12, 0.5, 0.7, 0, 3, 4), wave(5, 0.5, 0.7, 20, 5));
    }

    private static List<Tensor> gradients(int step) {
        return List.of(wave(12, 0.3, 1.3, step, 3, 4), wave(5, 0.3, 1.3, step + 20, 5));
    }

    /** scale sin(stretch i + shift), in double and then rounded to float32. */
    private static Tensor wave(int count, double scale, double stretch, double shift, long... shape) {
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (scale * Math.sin(stretch * i + shift));
        }
        return Tensors.of(values, shape);
    }
}
