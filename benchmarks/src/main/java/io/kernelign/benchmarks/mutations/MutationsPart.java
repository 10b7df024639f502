package io.kernelign.benchmarks.mutations;

import io.kernelign.benchmarks.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** One share of the cases, in a process of its own, whose memory is bounded; prints the tally. */
@Command(name = "mutations-part", hidden = true)
public final class MutationsPart implements Callable<Integer> {

    static final int ROWS_OF_A_FILE = 10_000;

    @Option(names = "--first-rows", required = true)
    private long firstRows;

    @Option(names = "--end-rows", required = true)
    private long endRows;

    @Option(names = "--first-file", required = true)
    private long firstFile;

    @Option(names = "--end-file", required = true)
    private long endFile;

    /** Where cases with a flaw are kept. */
    @Option(names = "--flawed", required = true)
    private Path flawed;

    @Override
    public Integer call() throws IOException {
        var seeds = Seed.corpus();
        var rows = new ManyRows(seeds, ROWS_OF_A_FILE);
        var files = new WholeFiles(seeds);
        var tally = MutationTally.sum(List.of());
        try (var trials = new Trials(flawed)) {
            for (long number = firstRows; number < endRows; number++) {
                var mutated = rows.file(number);
                tally = MutationTally.sum(List.of(tally, MutationTally.ofRows(mutated, trials.ofRows(mutated))));
            }
            for (long number = firstFile; number < endFile; number++) {
                var mutated = files.file(number);
                tally = MutationTally.sum(List.of(tally, MutationTally.ofFile(mutated, trials.ofFile(mutated))));
            }
        }
        System.out.println(JsonMapper.shared().writeValueAsString(tally.withPeak(Machine.peakBytes())));
        return 0;
    }
}
