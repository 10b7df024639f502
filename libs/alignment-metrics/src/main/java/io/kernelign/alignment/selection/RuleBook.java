package io.kernelign.alignment.selection;

import static io.kernelign.alignment.selection.Condition.above;
import static io.kernelign.alignment.selection.Condition.atMost;
import static io.kernelign.alignment.selection.Condition.below;
import static io.kernelign.alignment.selection.Condition.nearZero;
import static io.kernelign.alignment.selection.SelectionMetric.DRIFT;
import static io.kernelign.alignment.selection.SelectionMetric.KURTOSIS;
import static io.kernelign.alignment.selection.SelectionMetric.NAG;
import static io.kernelign.alignment.selection.SelectionMetric.PNAV;
import static io.kernelign.alignment.selection.SelectionMetric.PND;
import static io.kernelign.alignment.selection.SelectionMetric.SMOOTHNESS;
import static io.kernelign.alignment.selection.SelectionMetric.SUPPORT_OVERLAP;
import static io.kernelign.alignment.selection.SelectionMetric.TAT;

import java.util.List;

/**
 * The rules for a kernel and for a divergence under one choice of thresholds; other thresholds are another book.
 *
 * @param thresholds where the thresholds come from
 */
public record RuleBook(String thresholds, RuleList kernel, RuleList divergence) {

    /** The paper's numbers (Sec. 5.1 and 5.2). */
    public static RuleBook paper() {
        return new RuleBook("paper", paperKernel(), paperDivergence());
    }

    /**
     * The same rules with what is high and low in a reference collection. Where the paper compares with 0 the sign is meant,
     * which stays; smoothness is 0 for many data sets, so that its lower third must be counted as low.
     */
    public static RuleBook relative(Reference reference) {
        return new RuleBook("relative", relativeKernel(reference), relativeDivergence(reference));
    }

    private static RuleList relativeKernel(Reference reference) {
        return new RuleList(
                List.of(
                        Rule.when("rbf", above(PNAV, reference.high(PNAV)), below(TAT, reference.low(TAT))),
                        Rule.when(
                                "polynomial", nearZero(NAG, reference.small(NAG)), nearZero(PND, reference.small(PND))),
                        Rule.when("mahalanobis", above(NAG, 0), below(PNAV, reference.low(PNAV))),
                        Rule.when("spectral", above(TAT, reference.high(TAT)), below(PND, reference.low(PND)))),
                "hmk");
    }

    private static RuleList relativeDivergence(Reference reference) {
        var tails = reference.high(KURTOSIS);
        return new RuleList(
                List.of(
                        Rule.when("bhattacharyya", above(SUPPORT_OVERLAP, reference.high(SUPPORT_OVERLAP))),
                        Rule.when("wasserstein", above(DRIFT, reference.high(DRIFT))),
                        Rule.when("renyi", above(KURTOSIS, tails)),
                        Rule.when(
                                "jensen_shannon",
                                below(SUPPORT_OVERLAP, reference.low(SUPPORT_OVERLAP)),
                                atMost(KURTOSIS, tails)),
                        Rule.when("hellinger", atMost(SMOOTHNESS, reference.low(SMOOTHNESS)), atMost(KURTOSIS, tails))),
                "kl");
    }

    private static RuleList paperKernel() {
        return new RuleList(
                List.of(
                        Rule.when("rbf", above(PNAV, 0.5), below(TAT, 0.3)),
                        Rule.when("polynomial", nearZero(NAG, 0.05), nearZero(PND, 0.1)),
                        Rule.when("mahalanobis", above(NAG, 0), below(PNAV, 0.2)),
                        Rule.when("spectral", above(TAT, 0.7), below(PND, 0.1))),
                "hmk");
    }

    private static RuleList paperDivergence() {
        return new RuleList(
                List.of(
                        Rule.when("bhattacharyya", above(SUPPORT_OVERLAP, 0.6)),
                        Rule.when("wasserstein", above(DRIFT, 0.3)),
                        Rule.when("renyi", above(KURTOSIS, 3)),
                        Rule.when("jensen_shannon", below(SUPPORT_OVERLAP, 0.4), atMost(KURTOSIS, 3)),
                        Rule.when("hellinger", below(SMOOTHNESS, 0.1), atMost(KURTOSIS, 3))),
                "kl");
    }
}
