package io.kernelign.lm.generation;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.tokenizer.Tokenizer;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tokens that end a model's turn: the tokenizer's, and those of {@code eos_token_id} in the folder's files. */
final class EndTokens {

    private static final String FIELD = "eos_token_id";
    private static final List<String> FILES = List.of("generation_config.json", ModelFolder.CONFIG);

    private EndTokens() {}

    /** @throws InvalidInputException naming the file whose field is neither a token nor a list of tokens */
    static Set<Long> of(ModelFolder model, Tokenizer tokenizer) {
        var ends = new HashSet<Long>();
        tokenizer.eos().ifPresent(end -> ends.add((long) end));
        for (var name : FILES) {
            var file = model.path().resolve(name);
            if (Files.isRegularFile(file)) {
                JsonFile.naming(name, () -> ends.addAll(of(JsonFile.read(file))));
            }
        }
        return ends;
    }

    private static Set<Long> of(Map<String, Object> json) {
        var raw = json.get(FIELD);
        var ends = new HashSet<Long>();
        for (var token : raw instanceof List<?> list ? list : raw == null ? List.of() : List.of(raw)) {
            if (!(token instanceof Number number)) {
                throw new InvalidInputException(FieldError.unacceptable(FIELD, raw, "a token id or a list of them"));
            }
            ends.add(number.longValue());
        }
        return ends;
    }
}
