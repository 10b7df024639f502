package io.kernelign.benchmarks.objective.study;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The objectives under study. */
public final class Candidates {

    /** What every other objective is compared with. */
    public static final Candidate DPO = rkhsMargin("none");

    private static final List<String> SINGLE_KERNELS = List.of("polynomial", "rbf", "spectral", "mahalanobis");
    private static final List<String> MIXTURES = List.of("mixture", "hmk");

    private static final Map<String, Object> NARROW = Map.of("name", "rbf", "margin", Map.of("sigma", 0.5));
    private static final Map<String, Object> SMOOTHED = Map.of("name", "sigmoid", "labelSmoothing", 0.25);

    private Candidates() {}

    /** Every kernel in both formulations, and variants. */
    public static List<Candidate> all() {
        return Stream.of(
                        Stream.of(DPO),
                        variantsOfDpo().stream(),
                        kernels().map(Candidates::rkhsMargin),
                        Stream.of(rkhsMargin("rbf").with("_narrow", "kernel", NARROW)),
                        Stream.of(paper("none")),
                        kernels().map(Candidates::paper),
                        Stream.of(
                                paper("rbf").with("_minimized", "direction", "minimize"),
                                paper("mahalanobis").with("_mu2", "kernel", Map.of("name", "mahalanobis", "mu", 2))))
                .flatMap(candidates -> candidates)
                .toList();
    }

    /** DPO with settings of its own that curb it, or push it harder, as a kernel does: what a kernel must beat to be worth having. */
    public static List<Candidate> variantsOfDpo() {
        return List.of(
                DPO.with("_smoothed", "link", SMOOTHED),
                DPO.with("_beta03", "beta", 0.3),
                DPO.with("_beta003", "beta", 0.03));
    }

    /** DPO and the kernels that learn no weights, as signed distances of the margin. */
    public static List<Candidate> single() {
        return Stream.concat(Stream.of(DPO), SINGLE_KERNELS.stream().map(Candidates::rkhsMargin))
                .toList();
    }

    /** A mixture whose weights are kept apart by an entropy term of the given weight. */
    public static Candidate mixture(String kernel, double eta) {
        return rkhsMargin(kernel).with("_eta" + eta, "kernel", Map.of("name", kernel, "weights", Map.of("eta", eta)));
    }

    /** A mixture whose weights are learned on pairs that are kept back from the policy. */
    public static Candidate heldOut(String kernel) {
        return rkhsMargin(kernel)
                .with("_held_out", "kernel", Map.of("name", kernel, "weights", Map.of("learnOn", "heldOut")));
    }

    public static List<String> mixtures() {
        return MIXTURES;
    }

    public static Candidate rkhsMargin(String kernel) {
        return new Candidate("rkhs_margin." + kernel, Map.of("formulation", "rkhs_margin", "kernel", kernel));
    }

    public static Candidate paper(String kernel) {
        return new Candidate("paper." + kernel, Map.of("formulation", "paper", "kernel", kernel));
    }

    private static Stream<String> kernels() {
        return Stream.concat(SINGLE_KERNELS.stream(), MIXTURES.stream());
    }
}
