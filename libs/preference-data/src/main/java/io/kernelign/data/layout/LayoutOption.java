package io.kernelign.data.layout;

/** An option that acts on some layouts only. */
public enum LayoutOption {
    PAIRS("pairs"),
    MIN_SCORE_RATIO("minScoreRatio"),
    MAX_PAIRS_PER_PROMPT("maxPairsPerPrompt");

    private final String text;

    LayoutOption(String text) {
        this.text = text;
    }

    /** The name by which an import gives it. */
    public String text() {
        return text;
    }
}
