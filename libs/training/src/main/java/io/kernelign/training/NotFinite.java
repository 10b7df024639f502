package io.kernelign.training;

/** What kept a step from being made, the earliest on the way from logits to parameters. */
enum NotFinite {
    LOGITS("its logits are"),
    LOSS("its loss is"),
    GRADIENT("its gradient is");

    private final String words;

    NotFinite(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
