package io.kernelign.data.defect;

/** A row cannot be used. Its reader does not know its place; whoever catches this does. */
public final class BadRowException extends RuntimeException {

    private final DefectKind kind;
    private final String field;
    private final String expected;
    private final String found;

    /** The parameters are those of {@link Defect}; {@code found} is cut here. */
    public BadRowException(DefectKind kind, String field, String expected, String found) {
        super(field + ": expected " + expected + ", found " + Excerpt.of(found));
        this.kind = kind;
        this.field = field;
        this.expected = expected;
        this.found = Excerpt.of(found);
    }

    public Defect at(Place place) {
        return new Defect(place, field, expected, found, kind);
    }
}
