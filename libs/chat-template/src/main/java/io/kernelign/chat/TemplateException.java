package io.kernelign.chat;

/** A template cannot be parsed, uses what is not supported, or failed while it was rendered. */
public class TemplateException extends RuntimeException {

    private final int line;

    TemplateException(int line, String message) {
        super("chat template, line " + line + ": " + message);
        this.line = line;
    }

    /** Line of the template, from 1. */
    public int line() {
        return line;
    }
}
