package io.kernelign.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.benchmarks.objective.plots.KernelPlots;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.divergence.Divergences;
import io.kernelign.objective.kernel.Kernels;
import io.kernelign.objective.link.Links;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/objective.md} leads to files that are there, and tells of everything that can be chosen. */
class ObjectiveDocumentTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path CODE = ROOT.resolve("libs/objective/src/main/java/io/kernelign/objective");
    private static final Path DOCS = ROOT.resolve("docs");
    private static final Pattern FILE = Pattern.compile("`((?:[a-z]+/)*[A-Z]\\w+\\.java)`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)\\)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    @Test
    void every_file_it_names_is_there() throws IOException {
        var text = Files.readString(DOCS.resolve("objective.md"));
        var files = matches(FILE, text);

        assertThat(files).hasSizeGreaterThan(20).allSatisfy(file -> assertThat(CODE.resolve(file))
                .exists());
        assertThat(matches(LINK, text)).isNotEmpty().allSatisfy(link -> assertThat(DOCS.resolve(link))
                .exists());
    }

    @Test
    void it_tells_of_every_kernel_link_and_divergence() throws IOException {
        var text = Files.readString(DOCS.resolve("objective.md"));
        var names = Stream.of(Kernels.ALL, Links.ALL, Divergences.ALL)
                .flatMap(choices -> choices.declarations().stream())
                .map(Declaration::name);

        assertThat(names).allSatisfy(name -> assertThat(text).contains("`" + name + "`"));
    }

    @Test
    void its_plots_are_what_the_code_draws() throws IOException {
        for (var plot : KernelPlots.svg().entrySet()) {
            var committed = Files.readString(DOCS.resolve("benchmarks").resolve(plot.getKey()));

            assertThat(NUMBER.matcher(committed).replaceAll("#"))
                    .isEqualTo(NUMBER.matcher(plot.getValue()).replaceAll("#"));
            var drawn = matches(NUMBER, plot.getValue());
            var shown = matches(NUMBER, committed);
            for (int i = 0; i < drawn.size(); i++) {
                assertThat(Math.abs(Double.parseDouble(drawn.get(i)) - Double.parseDouble(shown.get(i))))
                        .as("number %d of %s, up to rounding", i, plot.getKey())
                        .isLessThan(0.15);
            }
        }
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.groupCount() == 0 ? match.group() : match.group(1))
                .toList();
    }
}
