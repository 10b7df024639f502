package io.kernelign.benchmarks.headers;

import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Given;
import io.kernelign.benchmarks.Report;
import io.kernelign.benchmarks.headers.HeaderTrial.Flaw;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./kernelign bench headers}. */
@Command(
        name = "headers",
        mixinStandardHelpOptions = true,
        description = "Reads mutated safetensors headers: no crash, no read outside of the file, no large allocation.")
public final class HeadersBenchmark implements Callable<Integer> {

    private static final long GOAL = 10_000_000;

    @Option(names = "--cases", defaultValue = "10000000", description = "How many (default: ${DEFAULT-VALUE}).")
    private long cases;

    @Option(names = "--first", defaultValue = "0", description = "Number of the first (default: ${DEFAULT-VALUE}).")
    private long first;

    @Override
    public Integer call() throws IOException {
        var mutator = new HeaderMutator(HeaderSeed.corpus());
        int parts = Runtime.getRuntime().availableProcessors();
        long start = System.nanoTime();
        var tally = HeaderTally.sum(IntStream.range(0, parts)
                .parallel()
                .mapToObj(part ->
                        HeaderTally.of(mutator, first + cases * part / parts, first + cases * (part + 1) / parts))
                .toList());
        double seconds = (System.nanoTime() - start) / 1e9;
        tally.examples().forEach((flaw, number) -> System.err.println(flaw + ", for example case " + number));
        new Report("headers", text(tally, seconds), figures(tally)).write(Given.root());
        return tally.examples().isEmpty() ? 0 : 1;
    }

    private static List<Figure> figures(HeaderTally tally) {
        var against = "case numbers as seeds";
        return List.of(
                Figure.higher("cases", tally.cases(), "mutated headers", against, GOAL),
                Figure.lower("crashes", tally.count(Flaw.CRASH), "cases", against, 0),
                Figure.lower("reads_outside", tally.count(Flaw.READ_OUTSIDE), "cases", against, 0),
                Figure.lower("allocations_above_limit", tally.count(Flaw.ALLOCATION), "cases", against, 0),
                Figure.lower("largest_allocation", tally.largestShare(), "of the limit", against, 1));
    }

    private String text(HeaderTally tally, double seconds) {
        var reasons = tally.refusals().entrySet().stream()
                .sorted((one, other) -> Long.compare(other.getValue(), one.getValue()))
                .map(entry -> "| %s | %,d |".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
        return String.format(
                Locale.ROOT,
                """
                Cases %,d to %,d: headers of the corpus in `benchmarks/src/main/resources/headers`, each with a few tokens
                changed, some with changed bytes, another length before them or another size of the file. A case is made
                from its number, so every one can be made again. A crash is anything thrown but the one declared
                exception. The limit of allocation is 256 KiB and 32 bytes for each byte that was read.

                %,d cases a second with %d threads, making them included. %,d were accepted: what changed did not matter.
                The others were refused, each for the first thing that was wrong:

                | accepted would have been | cases |
                | --- | --- |
                %s
                """,
                first,
                first + cases - 1,
                Math.round(tally.cases() / seconds),
                Runtime.getRuntime().availableProcessors(),
                tally.accepted(),
                reasons);
    }
}
