package io.kernelign.benchmarks.selection.gap;

import io.kernelign.alignment.selection.RuleBook;
import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Report;
import io.kernelign.torch.Torch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Trains every candidate in full on the bandit and on the study's language model, and holds what is chosen against the best. */
public final class ChoiceGaps {

    private static final double BUDGET = 2;

    @Option(names = "--gap-seeds", defaultValue = "10", description = "Seeds (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--gap-test-pairs",
            defaultValue = "10240",
            description = "Pairs of the third split, by which all is judged (default: ${DEFAULT-VALUE}).")
    private int testPairs;

    /** @return whether the pilot's choice is within a point of the best */
    public boolean run(Path root) throws IOException, InterruptedException {
        Torch.threads(1);
        var program = root.resolve("benchmarks/target/benchmarks-exec.jar");
        var kept = KeptTrainings.of(root, program, testPairs);
        var relative = RuleBook.relative(MinilmTable.read(root));
        var gaps = new ArrayList<ArenaGaps>();
        try (var bandit = new BanditArena(testPairs)) {
            gaps.add(ArenaGaps.of(bandit, relative, seeds, BUDGET, kept));
        }
        try (var language = new LanguageArena(testPairs)) {
            gaps.add(ArenaGaps.of(language, relative, seeds, BUDGET, kept));
        }
        var page = new GapPage(List.copyOf(gaps), seeds, testPairs);
        new Report("selection", Optional.of("gap"), page.text(), page.figures()).write(root);
        return page.figures().stream().allMatch(Figure::met);
    }
}
