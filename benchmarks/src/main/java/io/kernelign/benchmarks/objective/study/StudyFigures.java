package io.kernelign.benchmarks.objective.study;

import io.kernelign.benchmarks.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of the study, each with what the specification expects of it. */
final class StudyFigures {

    private static final double DPO_ALIGNS = 0.85;
    private static final double DPO_LEARNS = 0.6;
    private static final double NO_DIRECTION = 0.6;
    private static final double KEEPS_UP = 0.03;

    /** The index above which a run warns. */
    private static final double COLLAPSED = 0.8;

    /** Largest at indifference, so that maximising them unlearns. */
    private static final Set<String> INDIFFERENT =
            Set.of("paper.rbf", "paper.spectral", "paper.mahalanobis", "paper.rbf_minimized");

    /** Plain DPO and its own settings, which are what kernels are held against. */
    private static final Set<String> DPO = Stream.concat(Stream.of(Candidates.DPO), Candidates.variantsOfDpo().stream())
            .map(Candidate::name)
            .collect(Collectors.toUnmodifiableSet());

    private StudyFigures() {}

    static List<Figure> of(BanditStudy bandit, LanguageStudy language) {
        var figures = new ArrayList<Figure>();
        figures.addAll(accuracies(bandit.conditions().get(0), DPO_ALIGNS));
        language.conditions().forEach(condition -> figures.addAll(accuracies(condition, DPO_LEARNS)));
        figures.add(Figure.higher("collapse.eta0", collapse(bandit, 0), "index", "the default eta", COLLAPSED));
        figures.add(Figure.lower("collapse.eta0_02", collapse(bandit, 0.02), "index", "eta 0", COLLAPSED));
        return figures;
    }

    private static double collapse(BanditStudy bandit, double eta) {
        return bandit.collapse()
                .collapse(Candidates.mixture("mixture", eta).name())
                .orElseThrow();
    }

    private static List<Figure> accuracies(Condition condition, double leastOfDpo) {
        double dpo = condition.dpo().accuracy().value();
        return condition.rows().stream()
                .map(row -> {
                    var name = "accuracy." + condition.name() + "." + row.candidate();
                    double accuracy = row.accuracy().value();
                    if (DPO.contains(row.candidate())) {
                        return Figure.higher(name, accuracy, "share", "chance, 0.5", leastOfDpo);
                    }
                    if (row.isPaper()) {
                        double goal = INDIFFERENT.contains(row.candidate()) ? Math.min(NO_DIRECTION, dpo) : dpo;
                        return Figure.lower(name, accuracy, "share", "plain DPO", goal);
                    }
                    return Figure.higher(name, accuracy, "share", "plain DPO", dpo - KEEPS_UP);
                })
                .toList();
    }
}
