package io.kernelign.benchmarks.objective.study;

import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Runs the study and writes its page, plots and figures. */
public final class Study {

    private Study() {}

    /**
     * @param root of the checkout, below which everything is written
     * @param seeds how often every objective is trained under each condition, at least 1
     * @return whether every figure is what the specification expects
     */
    public static boolean run(Path root, int seeds) throws IOException, InterruptedException {
        var bandit = BanditStudy.run(seeds);
        var language = LanguageStudy.run(seeds);
        var figures = StudyFigures.of(bandit, language);
        new Report("objective", Optional.of("study"), StudyPage.text(seeds, bandit, language), figures).write(root);
        plot(root, "bandit", StudyPlots.accuracies("Bandit", bandit.conditions()));
        plot(root, "bandit-differences", StudyPlots.differences("Bandit", bandit.conditions()));
        plot(root, "collapse", StudyPlots.collapse(bandit.collapse()));
        plot(root, "language", StudyPlots.accuracies("Language model", language.conditions()));
        plot(root, "language-differences", StudyPlots.differences("Language model", language.conditions()));
        return figures.stream().allMatch(Figure::met);
    }

    private static void plot(Path root, String name, String svg) throws IOException {
        Files.writeString(Report.folder(root).resolve("objective-study-" + name + ".svg"), svg);
    }
}
