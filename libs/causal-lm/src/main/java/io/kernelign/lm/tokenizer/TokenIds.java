package io.kernelign.lm.tokenizer;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.json.JsonStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Looks through the ids of a {@code tokenizer.json}, in one pass and without loading the tokenizer. */
public final class TokenIds {

    private static final long LONGEST = 200_000_000;
    /** Gemma 3's text models keep the one token of their siblings that see. */
    private static final Set<String> HARMLESS = Set.of("<image_soft_token>");

    private final JsonParser json;
    private String largestToken = "";
    private long largest = -1;

    private TokenIds(JsonParser json) {
        this.json = json;
    }

    /**
     * @param rows of the embedding
     * @throws InvalidInputException when a token's id has no row
     */
    public static void require(Path file, int rows) {
        var name = file.getFileName().toString();
        try {
            JsonFile.requireAtMost(LONGEST, file);
            try (var json = JsonStream.of(file)) {
                var ids = new TokenIds(json);
                ids.read(name);
                ids.requireBelow(rows, name);
            }
        } catch (JacksonException e) {
            throw JsonFile.invalid(name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireBelow(int rows, String file) {
        if (largest >= rows) {
            var accepted = "an id below " + rows + ", the vocab_size of config.json: the embedding has no row for it";
            throw new InvalidInputException(
                    FieldError.unacceptable(file + ": the id of \"" + largestToken + "\"", largest, accepted));
        }
    }

    private void read(String file) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw JsonFile.invalid(file, "another value");
        }
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            var value = json.nextToken();
            if (name.equals("model") && value == JsonToken.START_OBJECT) {
                model();
            } else if (name.equals("added_tokens") && value == JsonToken.START_ARRAY) {
                addedTokens();
            } else {
                json.skipChildren();
            }
        }
    }

    private void model() {
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            var value = json.nextToken();
            if (name.equals("vocab") && value == JsonToken.START_OBJECT) {
                idsByToken();
            } else if (name.equals("vocab") && value == JsonToken.START_ARRAY) {
                tokensInOrder();
            } else {
                json.skipChildren();
            }
        }
    }

    private void idsByToken() {
        for (var token = json.nextName(); token != null; token = json.nextName()) {
            if (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
                found(token, json.getLongValue());
            }
            json.skipChildren();
        }
    }

    /** A list of [token, score], as unigram models have it: the place is the id. */
    private void tokensInOrder() {
        for (long id = 0; json.nextToken() != JsonToken.END_ARRAY; id++) {
            found("token " + id, id);
            json.skipChildren();
        }
    }

    private void addedTokens() {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                addedToken();
            }
            json.skipChildren();
        }
    }

    private void addedToken() {
        var token = "";
        long id = -1;
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            var value = json.nextToken();
            if (name.equals("content") && value == JsonToken.VALUE_STRING) {
                token = json.getString();
            } else if (name.equals("id") && value == JsonToken.VALUE_NUMBER_INT) {
                id = json.getLongValue();
            }
            json.skipChildren();
        }
        found(token, id);
    }

    private void found(String token, long id) {
        if (id > largest && !HARMLESS.contains(token)) {
            largest = id;
            largestToken = token;
        }
    }
}
