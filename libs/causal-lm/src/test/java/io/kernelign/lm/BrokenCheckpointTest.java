package io.kernelign.lm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.json.JsonFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a checkpoint cannot be: each is refused with one error that names file, tensor, what is there and what may be. */
class BrokenCheckpointTest {

    private static final String WHOLE = "model.safetensors";
    private static final String FIRST = TinyCheckpoint.FIRST;
    private static final String SECOND = TinyCheckpoint.SECOND;
    private static final String INDEX = TinyCheckpoint.INDEX;
    private static final String UP = "model.layers.0.mlp.up_proj.weight";
    private static final String NORM = "model.norm.weight";

    @TempDir
    private Path folder;

    private static Arguments broken(String what, Damage damage, String message) {
        return Arguments.of(what, damage, message);
    }

    static Stream<Arguments> wholeFiles() {
        return Stream.of(
                broken(
                        "truncated",
                        model -> Damage.resize(model.resolve(WHOLE), -1),
                        WHOLE + ": " + NORM + ".data_offsets is [640, 656]; accepted is a range inside the 655 bytes of"
                                + " data (is the file truncated?)"),
                broken(
                        "bytes behind the last tensor",
                        model -> Damage.resize(model.resolve(WHOLE), 3),
                        WHOLE + ": data is \"659 bytes\"; accepted is the 656 bytes that the header describes"),
                broken(
                        "overlap",
                        model -> Damage.edit(model.resolve(WHOLE), header -> header.replace("[640,656]", "[624,640]")),
                        WHOLE + ": " + NORM
                                + ".data_offsets is [624, 640]; accepted is a range from 640 on: it overlaps"
                                + " the tensor before"),
                broken(
                        "hole",
                        model -> Damage.edit(model.resolve(WHOLE), header -> header.replace("[640,656]", "[644,656]")
                                .replace("\"shape\":[4],\"data_offsets\":[644", "\"shape\":[3],\"data_offsets\":[644")),
                        WHOLE + ": " + NORM
                                + ".data_offsets is [644, 656]; accepted is a range from 640 on: it leaves a" + " gap"),
                broken(
                        "wrong dtype",
                        model -> Damage.edit(model.resolve(WHOLE), header -> header.replaceFirst("F32", "I32")),
                        WHOLE + ": model.embed_tokens.weight.dtype is \"I32\"; accepted is one of F32, F16, BF16"),
                broken(
                        "shape x dtype",
                        model -> Damage.edit(model.resolve(WHOLE), header -> header.replaceFirst("F32", "F16")),
                        WHOLE + ": model.embed_tokens.weight.data_offsets is [0, 128]; accepted is as many bytes as"
                                + " F16[8, 4] needs"),
                broken(
                        "header of 2^60 bytes",
                        model -> {
                            try (var file =
                                    new RandomAccessFile(model.resolve(WHOLE).toFile(), "rw")) {
                                file.write(Damage.littleEndian(1L << 60));
                            }
                        },
                        WHOLE + ": header length is \"1152921504606846976\"; accepted is 2 to "),
                broken(
                        "missing tensor",
                        model -> rewrite(model, shapes -> shapes.remove(NORM)),
                        WHOLE + ": " + NORM + " is missing; accepted is a tensor of shape [4]"),
                broken(
                        "extra tensor",
                        model -> rewrite(model, shapes -> shapes.put("model.extra", List.of(2L))),
                        WHOLE + ": model.extra is [2]; accepted is no tensor of this name, as config.json says"),
                broken(
                        "a tensor of another shape",
                        model -> rewrite(model, shapes -> shapes.put(UP, List.of(4L, 6L))),
                        WHOLE + ": " + UP + ".shape is [4, 6]; accepted is [6, 4], as config.json says"),
                broken(
                        "config.json with another vocabulary",
                        model -> config(model, "vocab_size", 9),
                        WHOLE + ": model.embed_tokens.weight.shape is [8, 4]; accepted is [9, 4], as config.json says"),
                broken(
                        "config.json with a head of its own",
                        model -> config(model, "tie_word_embeddings", false),
                        WHOLE + ": lm_head.weight is missing; accepted is a tensor of shape [8, 4]"),
                broken(
                        "a tokenizer with more tokens than the embedding has rows",
                        model -> JsonFile.write(
                                model.resolve("tokenizer.json"),
                                Map.of("model", Map.of("vocab", Map.of("a", 0, "b", 8)))),
                        "tokenizer.json: the id of \"b\" is 8; accepted is an id below 8, the vocab_size of"
                                + " config.json: the embedding has no row for it"),
                broken(
                        "an added token without a row",
                        model -> JsonFile.write(
                                model.resolve("tokenizer.json"),
                                Map.of("added_tokens", List.of(Map.of("content", "<new>", "id", 9, "x", List.of())))),
                        "tokenizer.json: the id of \"<new>\" is 9; accepted is an id below 8"),
                broken(
                        "a unigram tokenizer with more pieces than the embedding has rows",
                        model -> Files.writeString(
                                model.resolve("tokenizer.json"),
                                "{\"model\":{\"type\":\"Unigram\",\"vocab\":[" + "[\"p\",-1.5],".repeat(8)
                                        + "[\"q\",-2]]}}"),
                        "tokenizer.json: the id of \"token 8\" is 8; accepted is an id below 8"),
                broken(
                        "a tokenizer that is no JSON",
                        model -> Files.writeString(model.resolve("tokenizer.json"), "{\"model\": {"),
                        "tokenizer.json is not valid: "),
                broken(
                        "a configuration of 60 MB",
                        model -> Damage.resize(model.resolve("config.json"), 60_000_000),
                        "config.json is \"60000"),
                broken(
                        "pickled weights",
                        model -> Files.move(model.resolve(WHOLE), model.resolve("pytorch_model.bin")),
                        "pytorch_model.bin is a pickle, which can run any program when it is read, and is never opened;"
                                + " accepted is model.safetensors, or model.safetensors.index.json with its shards: in"
                                + " Python, AutoModelForCausalLM.from_pretrained(folder).save_pretrained(folder) writes"
                                + " it"),
                broken(
                        "a pickle under another name",
                        model -> {
                            Files.delete(model.resolve(WHOLE));
                            Files.write(model.resolve(WHOLE), new byte[] {'P', 'K', 3, 4, 0, 0, 8, 8, 0});
                        },
                        WHOLE + ": header length is "));
    }

    static Stream<Arguments> shardedFiles() {
        return Stream.of(
                broken(
                        "a shard that is not there",
                        model -> Files.delete(model.resolve(SECOND)),
                        SECOND + " is missing; accepted is a file of this name, as " + INDEX + " says"),
                broken(
                        "a truncated shard",
                        model -> Damage.resize(model.resolve(SECOND), -4),
                        SECOND + ": " + UP + ".data_offsets is [192, 288]; accepted is a range inside the 284 bytes"),
                broken(
                        "a path that leads out of the folder",
                        model -> place(model, UP, "../other/model.safetensors"),
                        INDEX + ": weight_map." + UP + " is \"../other/model.safetensors\"; accepted is the name of a"
                                + " .safetensors file in the same folder, without a path"),
                broken(
                        "an absolute path",
                        model -> place(model, UP, "/etc/model.safetensors"),
                        INDEX + ": weight_map." + UP + " is \"/etc/model.safetensors\"; accepted is the name"),
                broken(
                        "a pickled shard",
                        model -> place(model, UP, "pytorch_model.bin"),
                        INDEX + ": weight_map." + UP + " is \"pytorch_model.bin\"; accepted is the name of a"),
                broken(
                        "a tensor that its shard does not hold",
                        model -> place(model, "model.ghost", FIRST),
                        FIRST + ": model.ghost is missing; accepted is a tensor of this name, as " + INDEX + " says"),
                broken(
                        "a tensor that lies in another shard than the index says",
                        model -> place(model, UP, FIRST),
                        SECOND + ": " + UP + " is [6, 4]; accepted is no tensor of this name: another shard holds it"),
                broken(
                        "a tensor in two shards",
                        model -> {
                            var shapes = TinyCheckpoint.shapesOf(SECOND);
                            shapes.put(NORM, List.of(4L));
                            TinyCheckpoint.writeWeights(model.resolve(SECOND), shapes);
                        },
                        SECOND + ": " + NORM + " is [4]; accepted is no tensor of this name: another shard holds it"),
                broken(
                        "a missing tensor",
                        model -> {
                            var shapes = TinyCheckpoint.shapesOf(SECOND);
                            shapes.remove(UP);
                            TinyCheckpoint.writeWeights(model.resolve(SECOND), shapes);
                            var map = TinyCheckpoint.index();
                            map.remove(UP);
                            TinyCheckpoint.writeIndex(model, map, 560);
                        },
                        INDEX + ": " + UP + " is missing; accepted is a tensor of shape [6, 4]"),
                broken(
                        "another total",
                        model -> TinyCheckpoint.writeIndex(model, TinyCheckpoint.index(), 657),
                        INDEX + ": metadata.total_size is 657; accepted is the 656 bytes that the shards hold"),
                broken(
                        "a total that is no number",
                        model -> TinyCheckpoint.writeIndex(model, TinyCheckpoint.index(), "much"),
                        INDEX + ": metadata.total_size is \"much\"; accepted is a number of bytes"),
                broken(
                        "an index without a map",
                        model -> JsonFile.write(model.resolve(INDEX), Map.of("metadata", Map.of())),
                        INDEX + ": weight_map is missing; accepted is an object that names the file of each tensor"),
                broken(
                        "an index that is no JSON",
                        model -> Files.writeString(model.resolve(INDEX), "PK"),
                        INDEX + " is not valid: "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wholeFiles")
    void a_broken_file_is_named_with_what_it_holds_and_what_it_may_hold(String what, Damage damage, String message)
            throws IOException {
        var model = TinyCheckpoint.write(folder.resolve("tiny"));
        damage.to(model);
        assertRefused(model, message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shardedFiles")
    void a_broken_shard_or_index_is_named_with_what_it_holds_and_what_it_may_hold(
            String what, Damage damage, String message) throws IOException {
        var model = TinyCheckpoint.writeSharded(folder.resolve("tiny"));
        damage.to(model);
        assertRefused(model, message);
    }

    @Test
    void shards_hold_the_same_values_as_the_whole() throws IOException {
        var whole =
                ModelFolder.open(TinyCheckpoint.write(folder.resolve("whole"))).weights();
        var shards = ModelFolder.open(TinyCheckpoint.writeSharded(folder.resolve("shards")))
                .weights();
        TinyCheckpoint.SHAPES.keySet().forEach(name -> {
            assertThat(shards.tensor(name).shape()).isEqualTo(whole.tensor(name).shape());
            assertThat(shards.read(name)).isEqualTo(whole.read(name));
        });
        assertThat(shards.tensors()).hasSameSizeAs(whole.tensors());
    }

    @Test
    void a_total_in_the_size_that_the_weights_had_before_they_were_converted_does_no_harm() throws IOException {
        var model = TinyCheckpoint.writeSharded(folder.resolve("tiny"));
        TinyCheckpoint.writeIndex(model, TinyCheckpoint.index(), 2 * TinyCheckpoint.CONFIG.parameters());
        assertThat(ModelFolder.open(model).config()).isEqualTo(TinyCheckpoint.CONFIG);
    }

    private static void assertRefused(Path model, String message) {
        assertThatThrownBy(() -> ModelFolder.open(model))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(message);
    }

    private static void config(Path model, String field, Object value) {
        var json = new HashMap<>(TinyCheckpoint.JSON);
        json.put(field, value);
        JsonFile.write(model.resolve("config.json"), json);
    }

    private static void place(Path model, String tensor, String shard) {
        var map = TinyCheckpoint.index();
        map.put(tensor, shard);
        TinyCheckpoint.writeIndex(model, map, 656);
    }

    private interface Change {
        void to(Map<String, List<Long>> shapes);
    }

    private static void rewrite(Path model, Change change) {
        var shapes = new HashMap<>(TinyCheckpoint.SHAPES);
        change.to(shapes);
        TinyCheckpoint.writeWeights(model.resolve(WHOLE), shapes);
    }
}
