package io.kernelign.chat;

/** A template cannot be parsed, uses what is not supported, or failed while it was rendered. */
public class TemplateException extends RuntimeException {

    private final int line;

    TemplateException(int line, String message) {
        this("chat template, line " + line + ": ", message, line);
    }

    private TemplateException(String place, String message, int line) {
        super(place + message);
        this.line = line;
    }

    /** What a template as a whole wrote is of no use to whoever asked for it. */
    public static TemplateException unusable(String message) {
        return new TemplateException("chat template: ", message, 1);
    }

    /** Line of the template, from 1. */
    public int line() {
        return line;
    }
}
