package io.kernelign.benchmarks.mutations;

import io.kernelign.benchmarks.Child;
import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Given;
import io.kernelign.benchmarks.Report;
import io.kernelign.benchmarks.mutations.MutationTrial.Flaw;
import io.kernelign.data.layout.Layouts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./kernelign bench mutations}. */
@Command(
        name = "mutations",
        mixinStandardHelpOptions = true,
        description =
                "Imports mutated rows and files of every layout and container: no crash, no hang, memory bounded.")
public final class MutationsBenchmark implements Callable<Integer> {

    private static final long GOAL = 10_000_000;
    private static final String HEAP = "512m";
    private static final double MOST_MEMORY = 1.0;
    private static final double GIBIBYTE = 1 << 30;
    private static final int PARTS = Math.max(2, Runtime.getRuntime().availableProcessors());

    @Option(
            names = "--rows",
            defaultValue = "10000000",
            description = "How many rows in files of many (default: ${DEFAULT-VALUE}).")
    private long rows;

    @Option(
            names = "--files",
            defaultValue = "50000",
            description = "How many small files (default: ${DEFAULT-VALUE}).")
    private long files;

    @Option(names = "--first", defaultValue = "0", description = "Number of the first (default: ${DEFAULT-VALUE}).")
    private long first;

    @Override
    public Integer call() throws IOException, InterruptedException {
        long start = System.nanoTime();
        var tally = tally();
        double minutes = (System.nanoTime() - start) / 60e9;
        tally.examples().forEach((flaw, name) -> System.err.println(flaw + ", for example " + name));
        new Report("mutations", text(tally, minutes), figures(tally)).write(Given.root());
        return tally.examples().isEmpty() ? 0 : 1;
    }

    private MutationTally tally() throws InterruptedException {
        long manyRows = (rows + MutationsPart.ROWS_OF_A_FILE - 1) / MutationsPart.ROWS_OF_A_FILE;
        var workers = Executors.newFixedThreadPool(PARTS);
        try {
            var parts = new ArrayList<Future<String>>();
            for (int part = 0; part < PARTS; part++) {
                var command = command(
                        first + manyRows * part / PARTS,
                        first + manyRows * (part + 1) / PARTS,
                        first + files * part / PARTS,
                        first + files * (part + 1) / PARTS);
                parts.add(workers.submit(() -> Child.lastLine(command)));
            }
            var tallies = new ArrayList<MutationTally>();
            for (var part : parts) {
                tallies.add(JsonMapper.shared().readValue(part.get(), MutationTally.class));
            }
            return MutationTally.sum(tallies);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a part of the cases did not come to its end", e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<String> command(long firstRows, long endRows, long firstFile, long endFile) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-Xmx" + HEAP,
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                Given.root().resolve("benchmarks/target/benchmarks-exec.jar").toString(),
                "mutations-part",
                "--first-rows=" + firstRows,
                "--end-rows=" + endRows,
                "--first-file=" + firstFile,
                "--end-file=" + endFile,
                "--flawed=" + Given.root().resolve("benchmarks/target/mutations"));
    }

    private static List<Figure> figures(MutationTally tally) {
        var against = "case numbers as seeds";
        return List.of(
                Figure.higher("rows_and_files", total(tally), "mutated rows and files", against, GOAL),
                Figure.lower("crashes", tally.count(Flaw.CRASH), "imports", against, 0),
                Figure.lower("out_of_memory", tally.count(Flaw.OUT_OF_MEMORY), "imports", "a heap of " + HEAP, 0),
                Figure.lower("slow", tally.count(Flaw.SLOW), "rows or files over a second", against, 0),
                Figure.lower("files_left", tally.count(Flaw.FILES_LEFT), "imports", against, 0),
                Figure.lower("come_back_different", tally.count(Flaw.COMES_BACK_DIFFERENT), "imports", against, 0),
                Figure.lower("slowest_row", tally.slowestRow(), "s from the row before", against, 1),
                Figure.lower("slowest_file", tally.slowestFile(), "s", against, 1),
                Figure.lower("peak_memory", tally.peakBytes() / GIBIBYTE, "GiB of a process", "a limit", MOST_MEMORY));
    }

    private static long total(MutationTally tally) {
        return MutationTally.total(tally.rows()) + MutationTally.total(tally.files());
    }

    private String text(MutationTally tally, double minutes) {
        return String.format(
                Locale.ROOT,
                """
                Rows of all %d layouts, from the corpus in `benchmarks/src/main/resources/mutations`, with values changed,
                retyped, renamed, moved, nested, taken out or put in from other layouts, with fields twice and with
                changed bytes: %,d rows, %,d a file, of which bad ones are skipped. Beside them %,d small files in which
                anything is changed: rows, bytes, encoding, what gzip or zstd made of them, pages and footers of Parquet.
                A file is made from its number, so every one can be made again. Each goes through the whole import;
                anything thrown but the two declared exceptions is a crash. What was stored goes in once more, and must
                come out the same. %d processes with a heap of %s each took %.0f minutes.

                | container | rows | small files |
                | --- | --- | --- |
                %s

                %,d of the rows in large files were bad. Defects of all rows, duplicates and contradictions (which are no
                errors) included:

                | defect | rows |
                | --- | --- |
                %s

                | small files | |
                | --- | --- |
                %s
                """,
                Layouts.names().size(),
                MutationTally.total(tally.rows()),
                MutationsPart.ROWS_OF_A_FILE,
                MutationTally.total(tally.files()),
                PARTS,
                HEAP,
                minutes,
                tally.files().keySet().stream()
                        .sorted()
                        .map(kind -> "| %s | %,d | %,d |"
                                .formatted(
                                        kind,
                                        tally.rows().getOrDefault(kind, 0L),
                                        tally.files().get(kind)))
                        .collect(Collectors.joining("\n")),
                tally.badRows(),
                table(tally.defects()),
                table(tally.endings()));
    }

    private static <K extends Enum<K>> String table(Map<K, Long> counts) {
        return counts.entrySet().stream()
                .sorted((one, other) -> Long.compare(other.getValue(), one.getValue()))
                .map(entry -> "| %s | %,d |"
                        .formatted(
                                entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '), entry.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
