package io.kernelign.lm.json;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON objects in files, as plain maps, lists, strings, numbers and booleans. */
public final class JsonFile {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** Above every configuration and index there is, and far below what a machine cannot hold. */
    private static final long LONGEST = 50_000_000;

    private JsonFile() {}

    /**
     * @throws InvalidInputException when the file holds anything but one JSON object of at most 50 MB; the field is the
     *     file's name
     */
    public static Map<String, Object> read(Path file) {
        try {
            requireAtMost(LONGEST, file);
            return parse(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws InvalidInputException naming a file that is longer than it may be */
    public static void requireAtMost(long bytes, Path file) throws IOException {
        if (Files.size(file) > bytes) {
            throw new InvalidInputException(FieldError.unacceptable(
                    file.getFileName().toString(), Files.size(file) + " bytes", "at most " + bytes + " bytes"));
        }
    }

    /** Like {@link #read}, for bytes that stand inside another file. */
    public static Map<String, Object> parse(String name, byte[] json) {
        try {
            var object = MAPPER.readValue(json, OBJECT);
            if (object != null) {
                return object;
            }
            throw invalid(name, "null");
        } catch (JacksonException e) {
            throw invalid(name, e);
        }
    }

    /** The error for JSON that cannot be read. */
    public static InvalidInputException invalid(String name, JacksonException reason) {
        var location = reason.getLocation();
        var place = location == null ? "" : " (line " + location.getLineNr() + ")";
        return invalid(name, reason.getOriginalMessage() + place);
    }

    /** Runs a reader whose field paths are relative to a file; the paths of its errors then begin with the file's name. */
    public static <T> T naming(String name, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    e.errors().stream().map(error -> under(name, error)).toList());
        }
    }

    /** Writes an object with sorted keys and a final newline. */
    public static void write(Path file, Map<String, Object> object) {
        try {
            Files.writeString(file, MAPPER.writeValueAsString(new TreeMap<>(object)) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FieldError under(String name, FieldError error) {
        var path = name + (error.field().isEmpty() ? "" : ": " + error.field());
        return new FieldError(path, error.found(), error.accepted(), name + ": " + error.message());
    }

    /** The error for what is not one JSON object. */
    public static InvalidInputException invalid(String name, String found) {
        var accepted = "one JSON object";
        return new InvalidInputException(List.of(
                new FieldError(name, found, accepted, name + " is not valid: " + found + "; accepted is " + accepted)));
    }
}
