package io.kernelign.data.defect;

/** A file as a whole, or an option of its import, cannot be used. */
public final class UnusableInputException extends RuntimeException {

    private final String field;
    private final String found;
    private final String accepted;

    /**
     * @param field name of the option ({@code format}), or {@code file}
     * @param found what was found, as text; cut to 80 characters here
     * @param accepted what would have been accepted, as a phrase
     */
    public UnusableInputException(String field, String found, String accepted) {
        super(field + " is " + Excerpt.of(found) + "; accepted is " + accepted);
        this.field = field;
        this.found = Excerpt.of(found);
        this.accepted = accepted;
    }

    /** The same of a file that is one of several. */
    public UnusableInputException ofFile(String name) {
        return new UnusableInputException("file " + Excerpt.quoted(name), found, accepted);
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
}
