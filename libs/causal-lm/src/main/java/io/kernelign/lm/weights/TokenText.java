package io.kernelign.lm.weights;

import tools.jackson.core.JsonParser;

/**
 * A JSON token as an error shows it; of a list or an object, that it is one.
 *
 * @param text as it stands in the file
 */
record TokenText(String text) {

    /** The current token; a {@code String} where it is one, so that it is shown in quotes. */
    static Object of(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> new TokenText("an object");
            case START_ARRAY -> new TokenText("a list");
            case VALUE_STRING -> json.getString();
            default -> new TokenText(json.getString());
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
