package io.kernelign.chat;

/** Something went wrong in an expression; the statement around it adds its line. */
final class Fault extends RuntimeException {

    private final boolean raisedByTemplate;

    Fault(String message) {
        this(message, false);
    }

    private Fault(String message, boolean raisedByTemplate) {
        super(message, null, false, false);
        this.raisedByTemplate = raisedByTemplate;
    }

    static Fault raised(String message) {
        return new Fault(message, true);
    }

    TemplateException at(int line) {
        return raisedByTemplate ? new TemplateRefusal(line, getMessage()) : new TemplateException(line, getMessage());
    }
}
