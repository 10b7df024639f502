package io.kernelign.benchmarks.selection;

import io.kernelign.alignment.selection.Measurements;
import io.kernelign.alignment.selection.Reference;
import io.kernelign.benchmarks.Given;
import io.kernelign.embedding.MiniLm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./kernelign bench reference}. */
@Command(
        name = "reference",
        mixinStandardHelpOptions = true,
        description =
                "Measures subsets of real preference data and writes what is low and what is high for each metric: the table"
                        + " that the selector's relative thresholds come from. A pair that several files hold counts once.")
public final class ReferenceCommand implements Callable<Integer> {

    private static final Path TABLES = Path.of("selector-service/src/main/resources/reference");

    @Option(
            names = "--folder",
            description = "Every file below it is a data set (default: the preference data beside the checkout).")
    private Path folder;

    @Option(
            names = "--pairs",
            defaultValue = "3200",
            description = "Most pairs of one data set (default: ${DEFAULT-VALUE}).")
    private int pairs;

    @Override
    public Integer call() throws Exception {
        var root = Given.existing(folder, Given.shared("data/preferences"), "--folder");
        var measured = new ArrayList<Measurements>();
        var names = new ArrayList<String>();
        var counted = new CountedPairs();
        try (var encoder = new MiniLm()) {
            for (var file : files(root)) {
                var subsets = Subsets.of(file, encoder, pairs, counted);
                subsets.forEach(subset -> measured.add(Measurements.of(subset, 0)));
                System.out.printf(Locale.ROOT, "%s: %d subsets%n", root.relativize(file), subsets.size());
                if (!subsets.isEmpty()) {
                    names.add(root.relativize(file).toString());
                }
            }
            var collection = "%d subsets of %d to %d pairs of %d data sets: %s"
                    .formatted(measured.size(), Subsets.SMALLEST, pairs, names.size(), String.join(", ", names));
            var table = new ReferenceTable(encoder.name(), collection, Reference.of(measured));
            var tables = Files.createDirectories(Given.root().resolve(TABLES));
            Files.writeString(tables.resolve(encoder.name() + ".json"), table.json());
        }
        return 0;
    }

    private static List<Path> files(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
