package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.weights.SafetensorsFile;
import io.kernelign.objective.Objective;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.training.TrainingEvent.Checkpointed;
import io.kernelign.training.TrainingEvent.Evaluated;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FullTrainingTest {

    private static final Map<String, Object> GOLDEN = FormulaModel.golden("full_training.json");

    /** A case of the oracle. */
    record Case(Map<String, Object> golden) {

        boolean tied() {
            return (Boolean) golden.get("tied");
        }

        Map<String, Object> objective() {
            return (Boolean) golden.get("divergence")
                    ? Map.of("divergence", "kl", "alpha", GOLDEN.get("alpha"))
                    : Map.of();
        }

        @Override
        public String toString() {
            return (tied() ? "tied" : "untied") + objective().keySet();
        }
    }

    static List<Case> cases() {
        return FormulaModel.objects(GOLDEN.get("cases")).stream().map(Case::new).toList();
    }

    @TempDir
    Path work;

    private static PackedRows rows() {
        return PackedRows.of(
                FormulaModel.pairs(GOLDEN).stream().map(EncodedPair::row).toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void loss_and_gradient_of_every_tensor_are_those_of_pytorch(Case oracle) {
        var objective = Objective.TYPE.read(oracle.objective());
        try (var model = FormulaModel.reference(oracle.tied());
                var policy = FormulaModel.of(2, oracle.tied());
                var state = objective.initialState();
                var reference = new Reference(
                        model.head(), new Trunk(model, 0, Optional.empty()), Optional.of(work.resolve("states")));
                var scope = Scope.recording()) {
            var rows = rows();
            var pass = new PolicyPass(policy.enter(reference, 0, rows), policy.inTraining(0), false);
            var loss = BatchLoss.of(
                    objective,
                    state,
                    Heads.of(policy, model),
                    rows.predictors(pass.hidden()),
                    rows,
                    reference.of(0, rows),
                    Optional.empty(),
                    0);
            loss.backward(1);
            pass.backward();

            assertThat(loss.objective().total().item())
                    .isCloseTo(FormulaModel.number(oracle.golden().get("loss")), within(1e-5));
            var gradients = FormulaModel.object(oracle.golden().get("gradients"));
            assertThat(policy.named().keySet()).isEqualTo(gradients.keySet());
            policy.named().forEach((name, leaf) -> {
                var expected = FormulaModel.object(gradients.get(name));
                var ours = leaf.gradient();
                assertThat(ours.square().sum().sqrt().item())
                        .as("norm of %s", name)
                        .isCloseTo(FormulaModel.number(expected.get("norm")), within(1e-4));
                assertThat(some(ours))
                        .as(name)
                        .containsExactly(FormulaModel.numbers(expected.get("some")), within(1e-5));
            });
        }
    }

    private static double[] some(Tensor gradient) {
        var all = gradient.doubles();
        int every = (int) FormulaModel.number(GOLDEN.get("every"));
        var some = new double[(all.length + every - 1) / every];
        Arrays.setAll(some, i -> all[i * every]);
        return some;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void five_steps_from_the_reference_have_the_losses_and_weights_of_pytorch(Case oracle) {
        try (var model = FormulaModel.reference(oracle.tied())) {
            var pairs = FormulaModel.pairs(GOLDEN);
            var task = new TrainingTask(
                    model,
                    pairs,
                    pairs.subList(0, 1),
                    Objective.TYPE.read(oracle.objective()),
                    settings(Map.of("steps", 5, "batchTokens", 100_000, "learningRate", GOLDEN.get("learningRate"))),
                    EvaluationSettings.TYPE.read(Map.of()),
                    work);
            var before = norms(model.weights().tensors());
            try (var training = new PreferenceTraining(task, Optional.empty(), event -> {})) {
                training.run(() -> false);

                var expected = FormulaModel.object(oracle.golden().get("norms"));
                norms(training.policy().named()).forEach((name, norm) -> assertThat(norm)
                        .as(name)
                        .isCloseTo(FormulaModel.number(expected.get(name)), within(1e-4)));
            }
            assertThat(norms(model.weights().tensors())).as("the reference").isEqualTo(before);
            assertThat(Runs.toTheEnd(task).metric("loss").stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray())
                    .containsExactly(FormulaModel.numbers(oracle.golden().get("losses")), within(1e-5));
        }
    }

    private static TrainingSettings settings(Map<String, Object> training) {
        var all = new HashMap<String, Object>(
                Map.of("method", "full", "schedule", "constant", "warmup", 0, "clipNorm", 1e6));
        all.putAll(training);
        return TrainingSettings.TYPE.read(all);
    }

    private static Map<String, Double> norms(Map<String, Tensor> tensors) {
        var norms = new HashMap<String, Double>();
        try (var scope = Scope.plain()) {
            tensors.forEach((name, tensor) ->
                    norms.put(name, tensor.square().sum().sqrt().item()));
        }
        return norms;
    }

    @Test
    void a_training_resumed_from_a_checkpoint_ends_bit_equal_to_an_uninterrupted_one() {
        var training = Map.<String, Object>of(
                "method", "full", "steps", 9, "batchTokens", 128, "learningRate", 1e-3, "checkpointSteps", 4);
        try (var model = TinyTask.model()) {
            var task = TinyTask.of(model, Map.of("kernel", "hmk", "divergence", "kl"), training, work);
            var whole = Runs.toTheEnd(task);
            var cut = Runs.of(task, Optional.empty(), 6);
            var checkpoint = cut.of(Checkpointed.class).get(0);

            var resumed = Runs.of(task, Optional.of(checkpoint.file()), Integer.MAX_VALUE);

            assertThat(resumed.sameAs(whole)).isTrue();
            assertThat(resumed.sameAs(cut)).isFalse();
            assertThat(resumed.metric("loss")).isEqualTo(whole.metric("loss").subList(4, 9));
        }
    }

    @Test
    void a_checkpoint_holds_every_weight_under_its_hugging_face_name() {
        var training = Map.<String, Object>of("method", "full", "steps", 2, "batchTokens", 128, "checkpointSteps", 1);
        try (var model = TinyTask.model()) {
            var run = Runs.toTheEnd(TinyTask.of(model, Map.of(), training, work));
            var file = SafetensorsFile.open(run.of(Checkpointed.class).get(0).file());

            ModelTensors.shapes(TinyTask.CONFIG)
                    .forEach((name, shape) ->
                            assertThat(file.tensor(name).shape()).as(name).isEqualTo(shape));
        }
    }

    @Test
    void all_weights_learn_the_preference() {
        var training = Map.<String, Object>of("method", "full", "epochs", 3, "batchTokens", 128, "learningRate", 1e-3);
        try (var model = TinyTask.model()) {
            var evaluations =
                    Runs.toTheEnd(TinyTask.of(model, Map.of(), training, work)).of(Evaluated.class);

            assertThat(evaluations.get(evaluations.size() - 1).metrics().get("preference_accuracy"))
                    .isGreaterThan(0.9);
        }
    }
}
