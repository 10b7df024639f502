package io.kernelign.evaluation;

/**
 * How a question is put to a model.
 *
 * @param message the only message to a model with a chat template
 * @param opening how such a model's answer begins already; empty where it begins by itself
 * @param text what a model without a chat template continues
 */
public record Prompt(String message, String opening, String text) {

    /** The same text for both. */
    public static Prompt of(String text) {
        return new Prompt(text, "", text);
    }

    /** The answer's opening stands on a line of its own where there are no messages. */
    public static Prompt opened(String message, String opening) {
        return new Prompt(message, opening, message + "\n" + opening);
    }
}
