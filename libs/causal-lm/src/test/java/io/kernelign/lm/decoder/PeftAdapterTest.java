package io.kernelign.lm.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.lm.family.Families;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.lora.Lora;
import io.kernelign.lm.lora.PeftFiles;
import io.kernelign.lm.lora.PeftFolder;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Adapters that PEFT saved ({@code oracles/adapters.py}): whatever of a model they adapt, they compute the same here. */
class PeftAdapterTest {

    private static final Map<String, Object> GOLDEN = Golden.read("adapters.json");
    private static final Offset<Float> PARITY = Offset.offset(1e-4f);
    private static final long[] NOTHING = {};

    @TempDir
    Path written;

    /** One adapter of the oracle. */
    record Case(Map<String, Object> golden) {

        PeftFiles files() {
            return PeftFiles.in(folder("/adapters/" + golden.get("name")));
        }

        Decoder decoder() {
            var checkpoint = folder("/families/" + golden.get("checkpoint"));
            return Golden.open(checkpoint.resolve("config.json"), checkpoint.resolve("model.safetensors"));
        }

        @Override
        public String toString() {
            return golden.get("name").toString();
        }
    }

    static Stream<Case> cases() {
        return Golden.objects(GOLDEN.get("cases")).stream().map(Case::new);
    }

    private static Path folder(String name) {
        try {
            return Path.of(PeftAdapterTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void its_logits_are_those_of_peft(Case oracle) {
        try (var decoder = oracle.decoder();
                var lora = oracle.files().load(decoder.config());
                var scope = Scope.plain()) {
            var tokens = Golden.longs(GOLDEN.get("tokens"));
            var row = PackedRows.of(List.of(new PackedRows.Row(tokens, NOTHING, NOTHING)));
            var logits = decoder.head().logits(row.hidden(decoder, lora));
            var positions = Golden.longs(GOLDEN.get("positions"));
            var expected = (List<?>) oracle.golden().get("logits");
            for (int i = 0; i < positions.length; i++) {
                assertClose(logits.slice(0, positions[i], positions[i] + 1), expected.get(i), "logits " + i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void its_gradients_are_those_of_peft(Case oracle) {
        try (var decoder = oracle.decoder();
                var lora = oracle.files().load(decoder.config());
                var scope = Scope.recording()) {
            var rows = PackedRows.of(List.of(new PackedRows.Row(
                    Golden.longs(GOLDEN.get("prompt")),
                    Golden.longs(GOLDEN.get("chosen")),
                    Golden.longs(GOLDEN.get("rejected")))));
            var sums = rows.sumByResponse(TokenLogProbs.differentiable(
                    rows.predictors(rows.hidden(decoder, lora)), decoder.head(), rows.targets()));
            sums.slice(1, 0, 1).minus(sums.slice(1, 1, 2)).sum().times(0.1).backward();

            var gradients = Golden.object(oracle.golden().get("gradients"));
            assertThat(lora.named().keySet()).isEqualTo(gradients.keySet());
            lora.named().forEach((name, leaf) -> assertClose(leaf.gradient(), gradients.get(name), name));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void written_again_it_has_the_same_matrices_and_the_configuration_that_peft_would_write(Case oracle) {
        var model = Families.read(
                folder("/families/" + oracle.golden().get("checkpoint")).resolve("config.json"));
        try (var lora = oracle.files().load(model)) {
            PeftFolder.write(written, lora, "tiny");
            try (var again = PeftFolder.read(written, model);
                    var scope = Scope.plain()) {
                assertThat(again.settings()).isEqualTo(lora.settings());
                assertThat(numbers(again)).isEqualTo(numbers(lora));
            }
        }
        var theirs = JsonFile.read(oracle.files().config());
        var ours = JsonFile.read(written.resolve(PeftFiles.CONFIG));
        for (var field :
                List.of("peft_type", "task_type", "bias", "fan_in_fan_out", "r", "use_rslora", "inference_mode")) {
            assertThat(ours.get(field)).as(field).isEqualTo(theirs.get(field));
        }
        if (theirs.get("target_modules") instanceof List<?> names
                && !names.get(0).toString().contains(".")) {
            assertThat(new HashSet<>((List<?>) ours.get("target_modules"))).isEqualTo(new HashSet<>(names));
        }
    }

    private static List<List<Float>> numbers(Lora lora) {
        return lora.parameters().stream()
                .map(leaf -> {
                    var floats = leaf.floats();
                    return Stream.iterate(0, i -> i + 1)
                            .limit(floats.length)
                            .map(i -> floats[i])
                            .toList();
                })
                .toList();
    }

    private static void assertClose(Tensor tensor, Object golden, String what) {
        var ours = tensor.floats();
        var expected = Golden.floats(golden);
        assertThat(ours).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(ours[i]).as("%s, element %d", what, i).isCloseTo(expected[i], PARITY);
        }
    }
}
