package io.kernelign.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Golden values that a script in {@code oracles/} computed, and the data it computed them of. */
public final class Golden {

    private Golden() {}

    public static JsonNode read(String name) {
        try (var file = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
            return JsonMapper.shared().readTree(file).get("values");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path shared(String benchmark) {
        return Path.of(System.getProperty("kernelign.shared"), "data", "benchmarks", benchmark);
    }

    /** The values of decided results, a digit for each. */
    public static String digits(List<Result> results) {
        return results.stream().map(result -> result.value() == 1 ? "1" : "0").collect(Collectors.joining());
    }

    /** SHA-256 of the questions' texts one after another, each ended by character 0. */
    public static String promptsOf(List<Question> questions) {
        Function<Question, String> ended = question -> question.prompt().text() + "\0";
        var texts = questions.stream().map(ended).collect(Collectors.joining());
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(texts.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
