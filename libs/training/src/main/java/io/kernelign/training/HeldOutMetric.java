package io.kernelign.training;

import io.kernelign.objective.Objective;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The figures of held-out pairs by which one training can be compared with another, by the names of the results. */
public enum HeldOutMetric {
    PREFERENCE_ACCURACY("preference_accuracy", true, true),
    RANKING_ACCURACY("ranking_accuracy", true, true),
    F1_REWARD("f1.reward.overall", true, true),
    F1_REWARD_MACRO("f1.reward.macro", true, true),
    F1_RANKING("f1.ranking.overall", true, true),
    F1_RANKING_MACRO("f1.ranking.macro", true, true),
    REWARD_MARGIN("reward.margin.mean", true),
    REWARD_MARGIN_LOW("reward.margin.q05", true),
    REWARD_MARGIN_MEDIAN("reward.margin.median", true),
    REWARD_CHOSEN("reward.chosen.mean", true),
    LOSS("loss", false),
    KL("divergence.kl", false),
    DIVERGENCE("divergence.configured", false),
    DAVIES_BOULDIN("davies_bouldin", false),
    WEIGHTED_ALPHA("weighted_alpha", false);

    static final String LOW = ".low";
    static final String HIGH = ".high";

    private final String text;
    private final boolean higherIsBetter;
    private final boolean hasInterval;

    HeldOutMetric(String text, boolean higherIsBetter) {
        this(text, higherIsBetter, false);
    }

    HeldOutMetric(String text, boolean higherIsBetter, boolean hasInterval) {
        this.text = text;
        this.higherIsBetter = higherIsBetter;
        this.hasInterval = hasInterval;
    }

    /** Its name in the results. */
    public String text() {
        return text;
    }

    /** Its name, and where it has a 95 % interval those of its ends. */
    public List<String> texts() {
        return hasInterval ? List.of(text, text + LOW, text + HIGH) : List.of(text);
    }

    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /**
     * Those that a training with an objective reports. Whether {@code davies_bouldin} and {@code weighted_alpha} can be
     * computed depends on its model and data too.
     *
     * @param objective empty while it is not chosen
     */
    public static List<HeldOutMetric> reportedWith(Optional<Objective> objective) {
        var hasDivergence = objective.flatMap(Objective::divergence).isPresent();
        return Arrays.stream(values())
                .filter(metric -> metric != DIVERGENCE || hasDivergence)
                .toList();
    }
}
