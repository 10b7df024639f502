package io.kernelign.lm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.config.Projection;
import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.lm.family.Families;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.lora.LayerSelection;
import io.kernelign.lm.lora.Lora;
import io.kernelign.lm.lora.LoraSettings;
import io.kernelign.lm.lora.MergedModel;
import io.kernelign.lm.weights.SafetensorsFile;
import io.kernelign.lm.weights.SafetensorsWriter;
import io.kernelign.torch.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelWriterTest {

    private static final Map<String, Object> CONFIG = TinyLlama.json(16, 8, 12, 2, 2, 1);
    private static final Map<String, List<Long>> SHAPES = ModelTensors.shapes(Families.of(CONFIG));

    @TempDir
    Path base;

    @TempDir
    Path target;

    @BeforeEach
    void write() throws IOException {
        var random = new Random(3);
        JsonFile.write(base.resolve("config.json"), CONFIG);
        Files.writeString(base.resolve("tokenizer.json"), "{ \"as\":\"it\nis\" }".replace("\n", " "));
        Files.writeString(base.resolve("tokenizer_config.json"), "{\"eos_token\":  \"</s>\"}");
        Files.writeString(base.resolve("special_tokens_map.json"), "{ }\n");
        Files.writeString(base.resolve("notes.txt"), "not a part of the model");
        SafetensorsWriter.write(
                base.resolve("model.safetensors"),
                SHAPES.entrySet().stream()
                        .map(tensor -> new SafetensorsWriter.Entry(
                                tensor.getKey(), tensor.getValue(), () -> gaussian(random, count(tensor.getValue()))))
                        .toList());
    }

    private static int count(List<Long> shape) {
        return shape.stream().mapToInt(Long::intValue).reduce(1, Math::multiplyExact);
    }

    private static float[] gaussian(Random random, int count) {
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (0.3 * random.nextGaussian());
        }
        return values;
    }

    private static float[] ofLength(String name, float value) {
        var values = new float[count(SHAPES.get(name))];
        Arrays.fill(values, value);
        return values;
    }

    @Test
    void weights_are_the_given_ones_and_everything_else_comes_along_byte_for_byte() throws IOException {
        ModelWriter.write(target, ModelFolder.open(base), name -> ofLength(name, name.length()));

        for (var name : List.of("config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json")) {
            assertThat(target.resolve(name)).hasSameBinaryContentAs(base.resolve(name));
        }
        assertThat(target.resolve("notes.txt")).doesNotExist();
        var weights = ModelFolder.open(target).weights();
        SHAPES.keySet().forEach(name -> assertThat(weights.read(name)).containsOnly(name.length()));
    }

    @Test
    void a_configuration_that_names_another_number_format_names_float32_afterwards_and_is_else_the_same() {
        var json = new HashMap<>(CONFIG);
        json.put("torch_dtype", "bfloat16");
        JsonFile.write(base.resolve("config.json"), json);

        ModelWriter.write(target, ModelFolder.open(base), name -> ofLength(name, 1));

        json.put("torch_dtype", "float32");
        assertThat(JsonFile.read(target.resolve("config.json"))).isEqualTo(json);
    }

    @Test
    void weights_too_large_for_one_file_are_cut_and_an_index_says_where_each_is() {
        ModelWriter.write(target, ModelFolder.open(base), name -> ofLength(name, name.length()), 1500);

        var index = JsonFile.read(target.resolve("model.safetensors.index.json"));
        var files = (Map<?, ?>) index.get("weight_map");
        assertThat(target.resolve("model.safetensors")).doesNotExist();
        assertThat(files.keySet()).isEqualTo(SHAPES.keySet());
        assertThat(files.values().stream().map(Object::toString).distinct())
                .hasSizeGreaterThan(2)
                .allMatch(file -> file.matches("model-0000\\d-of-0000\\d\\.safetensors"));
        files.forEach((name, file) -> assertThat(
                        SafetensorsFile.open(target.resolve((String) file)).read((String) name))
                .containsOnly(((String) name).length()));
        assertThat(((Map<?, ?>) index.get("metadata")).get("total_size"))
                .isEqualTo(4
                        * SHAPES.values().stream()
                                .mapToInt(ModelWriterTest::count)
                                .sum());
        assertThat(target.toFile().listFiles((folder, name) -> name.endsWith(".safetensors")))
                .allMatch(file -> file.length() < 1500 + 2000);
    }

    @Test
    void a_merged_model_says_without_an_adapter_what_the_base_says_with_it() {
        var folder = ModelFolder.open(base);
        var settings = new LoraSettings(
                3, 4, 0, true, Set.of(Projection.QUERY, Projection.DOWN), new LayerSelection.Listed(List.of(1)));
        var random = new Random(9);
        try (var lora = Lora.create(
                        folder.config(), settings, (name, shape) -> gaussian(random, (int) (shape[0] * shape[1])));
                var decoder = decoder(folder)) {
            MergedModel.write(target, folder, lora);
            try (var merged = decoder(ModelFolder.open(target))) {
                var logits = logits(decoder, lora);
                assertThat(logits(merged, Adapter.NONE)).containsExactly(logits, within(1e-5f));
                assertThat(logits(decoder, Adapter.NONE)[3]).isNotCloseTo(logits[3], within(1e-3f));
            }
        }
    }

    private static Decoder decoder(ModelFolder folder) {
        return new Decoder(folder.config(), WeightLoader.load(folder.weights(), folder.config()));
    }

    private static float[] logits(Decoder decoder, Adapter adapter) {
        try (var scope = Scope.plain()) {
            var rows =
                    PackedRows.of(List.of(new PackedRows.Row(new long[] {1, 5, 9, 2, 14}, new long[0], new long[0])));
            return decoder.head().logits(rows.hidden(decoder, adapter)).floats();
        }
    }
}
