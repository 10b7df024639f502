package io.kernelign.evaluation.ifeval.instruction;

import tools.jackson.databind.JsonNode;

/** A field of a prompt cannot be used. */
public final class InvalidFieldException extends IllegalArgumentException {

    private static final int LONGEST = 80;

    private final String field;
    private final String found;
    private final String accepted;

    /**
     * @param field its name, with the place if that is known: {@code line 3, kwargs[1].num_words}
     * @param found what was found, as text; cut to 80 characters here
     * @param accepted what would have been accepted, as a phrase
     */
    public InvalidFieldException(String field, String found, String accepted) {
        super(field + " is " + cut(found) + "; accepted is " + accepted);
        this.field = field;
        this.found = cut(found);
        this.accepted = accepted;
    }

    /** @param found a missing node if the field is not there */
    public static InvalidFieldException of(String field, JsonNode found, String accepted) {
        return new InvalidFieldException(field, found.isMissingNode() ? "missing" : found.toString(), accepted);
    }

    /** The same of a field whose name goes on from this place. */
    public InvalidFieldException inside(String place) {
        return new InvalidFieldException(place + field, found, accepted);
    }

    public String field() {
        return field;
    }

    public String found() {
        return found;
    }

    public String accepted() {
        return accepted;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
