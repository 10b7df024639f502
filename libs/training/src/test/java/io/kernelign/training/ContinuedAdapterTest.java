package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.lora.LoraSettings;
import io.kernelign.lm.lora.PeftFiles;
import io.kernelign.objective.Objective;
import io.kernelign.torch.Scope;
import io.kernelign.training.TrainingEvent.Stepped;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContinuedAdapterTest {

    private static final Map<String, Object> GOLDEN = FormulaModel.golden("continued_adapter.json");

    private final Decoder model = FormulaModel.reference(true);
    private final PeftFiles made = PeftFiles.in(folder());

    @TempDir
    Path work;

    @AfterEach
    void close() {
        model.close();
    }

    private static Path folder() {
        try {
            return Path.of(
                    ContinuedAdapterTest.class.getResource("/adapters/peft").toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private TrainingTask task(LoraSettings lora) {
        var settings = TrainingSettings.TYPE.read(Map.of(
                "steps",
                FormulaModel.numbers(GOLDEN.get("losses")).length,
                "batchTokens",
                100_000,
                "learningRate",
                GOLDEN.get("learningRate"),
                "schedule",
                "constant",
                "warmup",
                0,
                "clipNorm",
                1e6));
        var pairs = FormulaModel.pairs(GOLDEN);
        return new TrainingTask(
                model,
                pairs,
                pairs.subList(0, 1),
                Objective.TYPE.read(Map.of()),
                settings.by(new Method.LowRank(lora, Optional.of("peft"))),
                EvaluationSettings.TYPE.read(Map.of()),
                Optional.empty(),
                Optional.of(made),
                work);
    }

    @Test
    void an_adapter_made_by_peft_goes_on_as_it_does_in_pytorch_against_the_base_as_reference() {
        var undropped = made.settings(model.config()).withDropout(0);
        var losses = new ArrayList<Double>();
        try (var training = new PreferenceTraining(task(undropped), Optional.empty(), event -> {
            if (event instanceof Stepped step) {
                losses.add(step.metrics().get("loss"));
            }
        })) {
            training.run(() -> false);

            assertThat(losses.stream().mapToDouble(Double::doubleValue).toArray())
                    .containsExactly(FormulaModel.numbers(GOLDEN.get("losses")), within(1e-5));
            var adapter = FormulaModel.object(GOLDEN.get("adapter"));
            assertThat(training.policy().named().keySet()).isEqualTo(adapter.keySet());
            try (var scope = Scope.plain()) {
                training.policy().named().forEach((name, leaf) -> assertThat(leaf.doubles())
                        .as(name)
                        .containsExactly(FormulaModel.numbers(adapter.get(name)), within(1e-4)));
            }
        }
    }

    @Test
    void a_training_that_expects_another_adapter_than_there_is_does_not_begin() {
        var other = new LoraSettings(
                3,
                7,
                0,
                true,
                made.settings(model.config()).targets(),
                made.settings(model.config()).layers());

        assertThatThrownBy(() -> new PreferenceTraining(task(other), Optional.empty(), event -> {}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("adapter_config.json is")
                .hasMessageContaining("alpha=6.0")
                .hasMessageContaining("alpha=7.0");
    }

    @Test
    void the_adapter_settles_what_was_not_given_and_dropout_is_free() {
        var own = made.settings(model.config());
        var asked = method(Map.of("from", "peft", "dropout", 0.2));

        var settled = asked.startingFrom(own, Set.of("from", "dropout"), model.config());

        assertThat(settled.lora()).isEqualTo(own.withDropout(0.2));
        assertThat(asked.startingFrom(own, Set.of("from"), model.config()).lora())
                .isEqualTo(own);
        assertThat(settled.from()).contains("peft");
    }

    @Test
    void every_field_that_contradicts_the_adapter_is_named_with_what_the_adapter_has() {
        var given = Map.<String, Object>of(
                "from", "peft", "rank", 4, "alpha", 6, "layers", Map.of("top", 2), "targets", List.of("q_proj"));

        assertThatThrownBy(
                        () -> method(given).startingFrom(made.settings(model.config()), given.keySet(), model.config()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("rank is 4; accepted is 3, as the adapter that it starts from has it")
                .hasMessageContaining("layers is {top=2}; accepted is [1]")
                .hasMessageContaining("targets is [q_proj]; accepted is [q_proj, v_proj, down_proj]")
                .hasMessageNotContaining("alpha");
    }

    @Test
    void another_way_to_say_what_the_adapter_has_contradicts_nothing() {
        var given = Map.<String, Object>of("from", "peft", "layers", Map.of("top", 1));
        var own = made.settings(model.config());

        assertThat(method(given)
                        .startingFrom(own, given.keySet(), model.config())
                        .lora())
                .isEqualTo(own);
    }

    private static Method.LowRank method(Map<String, Object> lora) {
        return (Method.LowRank) TrainingSettings.TYPE.read(Map.of("lora", lora)).method();
    }
}
