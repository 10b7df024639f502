package io.kernelign.benchmarks.selection.pilot;

import io.kernelign.benchmarks.objective.study.Candidate;
import java.util.List;
import java.util.Map;

/** The 42 candidates of a recommendation, as jobs would name them. */
public final class AllCandidates {

    private static final List<String> KERNELS = List.of("hmk", "rbf", "polynomial", "spectral", "mahalanobis", "none");
    private static final List<String> DIVERGENCES =
            List.of("kl", "jensen_shannon", "hellinger", "renyi", "bhattacharyya", "wasserstein", "f");

    private AllCandidates() {}

    /** In the order of a recommendation for which no rule speaks. */
    public static List<Candidate> unranked() {
        return KERNELS.stream()
                .flatMap(kernel -> DIVERGENCES.stream().map(divergence -> of(kernel, divergence)))
                .toList();
    }

    public static Candidate of(String kernel, String divergence) {
        return new Candidate(
                kernel + "." + divergence,
                Map.of("formulation", "rkhs_margin", "kernel", kernel, "divergence", divergence));
    }
}
