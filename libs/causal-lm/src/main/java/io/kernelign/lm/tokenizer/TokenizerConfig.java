package io.kernelign.lm.tokenizer;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.json.JsonFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code tokenizer_config.json} says about special tokens and the chat template.
 *
 * @param specialTokens texts by their names there, such as {@code eos_token}, which a chat template sees as variables
 * @param addBos whether prompts begin with {@code bos_token}; empty where only {@code tokenizer.json} tells
 * @param chatTemplate source of the template
 */
public record TokenizerConfig(
        Map<String, String> specialTokens, Optional<Boolean> addBos, Optional<String> chatTemplate) {

    private static final List<String> SPECIAL = List.of("bos_token", "eos_token", "pad_token", "unk_token");

    /** @throws InvalidInputException naming the file and each wrong field */
    public static TokenizerConfig read(Path file) {
        var json = JsonFile.read(file);
        return JsonFile.naming(file.getFileName().toString(), () -> of(json));
    }

    private static TokenizerConfig of(Map<String, Object> json) {
        var tokens = new LinkedHashMap<String, String>();
        SPECIAL.forEach(name -> token(name, json.get(name)).ifPresent(text -> tokens.put(name, text)));
        return new TokenizerConfig(tokens, addBos(json.get("add_bos_token")), template(json.get("chat_template")));
    }

    private static Optional<String> token(String name, Object raw) {
        var text = raw instanceof Map<?, ?> object ? object.get("content") : raw;
        if (text == null || text instanceof String) {
            return Optional.ofNullable((String) text);
        }
        throw wrong(name, raw, "a text, or an object with a text as content");
    }

    private static Optional<Boolean> addBos(Object raw) {
        if (raw == null || raw instanceof Boolean) {
            return Optional.ofNullable((Boolean) raw);
        }
        throw wrong("add_bos_token", raw, "true or false");
    }

    private static Optional<String> template(Object raw) {
        if (raw instanceof List<?> named) {
            return named.stream()
                    .filter(entry -> entry instanceof Map<?, ?> map && "default".equals(map.get("name")))
                    .flatMap(entry -> template(((Map<?, ?>) entry).get("template")).stream())
                    .findFirst();
        }
        if (raw == null || raw instanceof String) {
            return Optional.ofNullable((String) raw);
        }
        throw wrong("chat_template", raw, "a text, or a list of objects with name and template");
    }

    private static InvalidInputException wrong(String field, Object found, String accepted) {
        return new InvalidInputException(FieldError.unacceptable(field, found, accepted));
    }
}
