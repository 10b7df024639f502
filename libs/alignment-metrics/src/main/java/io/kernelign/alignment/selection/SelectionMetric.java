package io.kernelign.alignment.selection;

import java.util.Optional;

/** The eight metrics that kernel and divergence are chosen by (paper, Sec. 5 and App. G). */
public enum SelectionMetric {
    PND(
            "pnd",
            "PND",
            "how much farther chosen responses lie from the prompt than rejected ones",
            new PositiveNegativeDivergence()),
    PNAV(
            "pnav",
            "PNAV",
            "how strongly the two distances differ within pairs, whichever is larger",
            new AlignmentVariance()),
    TAT(
            "tat",
            "TAT",
            "distance between the two responses against their distances to the prompt",
            new TripletTightness()),
    NAG("nag", "NAG", "relative gap of the two distances; above 0 the chosen response lies nearer", new AlignmentGap()),
    SUPPORT_OVERLAP(
            "supportOverlap",
            "support overlap",
            "how far distances of chosen and rejected responses fall into the same range",
            new SupportOverlap()),
    DRIFT("drift", "drift", "shift between the mean distances of chosen and rejected responses", new DriftMagnitude()),
    KURTOSIS("kurtosis", "kurtosis", "weight of the tails of the differences; 3 is a normal one", new Kurtosis()),
    SMOOTHNESS(
            "smoothness",
            "smoothness",
            "how much the differences change along the upload, beyond chance; 0 is smooth",
            new Smoothness());

    /** Below this spread every distance is the same one and no metric can say anything. */
    private static final double LEAST_SPREAD = 1e-9;

    private final String key;
    private final String symbol;
    private final String meaning;
    private final PairMetric metric;

    SelectionMetric(String key, String symbol, String meaning, PairMetric metric) {
        this.key = key;
        this.symbol = symbol;
        this.meaning = meaning;
        this.metric = metric;
    }

    /** Name in JSON. */
    public String key() {
        return key;
    }

    /** Name in rules and sentences. */
    public String symbol() {
        return symbol;
    }

    public String meaning() {
        return meaning;
    }

    /** Why an interval of resamples misses the truth more often than it says; empty when it does not. */
    public Optional<String> intervalBias() {
        return Optional.ofNullable(
                switch (this) {
                    case PND, PNAV, TAT, NAG -> null;
                    case SUPPORT_OVERLAP ->
                        "cut off at 1, and a resample repeats pairs, which lowers the overlap: near 1 the interval lies too low";
                    case DRIFT -> "never below 0: near 0 the interval lies too high";
                    case KURTOSIS ->
                        "ruled by the few largest differences, which a resample may miss: the interval lies too low";
                    case SMOOTHNESS ->
                        "never below 0, and a resample repeats pairs, which looks like change: near 0 the interval lies too high";
                });
    }

    /** Measures; the same pairs and seed give the same figure. */
    public Measurement measure(PairDistances pairs, long seed) {
        return pairs.spread() >= LEAST_SPREAD ? metric.measure(pairs, seed) : Measurement.CANNOT_SAY;
    }
}
