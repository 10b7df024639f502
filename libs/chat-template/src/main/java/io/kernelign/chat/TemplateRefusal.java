package io.kernelign.chat;

/** The template itself refused the conversation, by {@code raise_exception}. */
public final class TemplateRefusal extends TemplateException {

    TemplateRefusal(int line, String message) {
        super(line, message);
    }
}
