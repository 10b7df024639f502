package io.kernelign.data;

import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.index.Scratch;
import io.kernelign.data.layout.Recognition;
import io.kernelign.data.pair.HashedOutput;
import io.kernelign.data.rows.Quota;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Reads a preference data set in any known layout and writes its canonical file. Memory is constant but for 16 bytes
 * a pair (21 to 43 with the table's free room), by which duplicates are noticed.
 */
public final class PairImport {

    private PairImport() {}

    /** An import into a file that nobody watches. */
    public static ImportReport run(List<DataFile> files, Path canonical, ImportOptions options) throws IOException {
        return run(files, canonical, options, rows -> {});
    }

    /**
     * Checks the rows and writes the pairs into a file.
     *
     * @param canonical where the pairs go; overwritten, and not there when this throws
     */
    public static ImportReport run(List<DataFile> files, Path canonical, ImportOptions options, LongConsumer progress)
            throws IOException {
        var done = false;
        try (var checked = check(files, canonical.toAbsolutePath().getParent(), options, progress);
                var out = new HashedOutput(Files.newOutputStream(canonical))) {
            checked.writeTo(out);
            var report = checked.report(out.hex());
            done = true;
            return report;
        } finally {
            if (!done) {
                Files.deleteIfExists(canonical);
            }
        }
    }

    /**
     * Checks the rows.
     *
     * @param files each of any container, told by its content; one layout holds for all
     * @param folder where the pairs wait on disk; nothing stays there once they are closed, or when this throws
     * @param progress hears after each row, on the thread that called, how many have been read; what it throws ends the
     *     import
     * @throws UnusableInputException there is no file, or one is empty, damaged, beyond a limit or in no known layout
     * @throws RejectedDataException rows are bad, more of them than {@code onError} and {@code maxSkipShare} accept
     * @throws IOException a file could not be read or the pairs not kept
     */
    public static CheckedPairs check(List<DataFile> files, Path folder, ImportOptions options, LongConsumer progress)
            throws IOException {
        return check(files, folder, options, progress, Runtime.getRuntime().availableProcessors());
    }

    /** @param workers threads that look at rows */
    static CheckedPairs check(
            List<DataFile> files, Path folder, ImportOptions options, LongConsumer progress, int workers)
            throws IOException {
        try (var sources = SourceFiles.open(files, folder, options.limits())) {
            return check(sources, new Scratch(folder), options, progress, workers);
        }
    }

    private static CheckedPairs check(
            SourceFiles files, Scratch scratch, ImportOptions options, LongConsumer progress, int workers)
            throws IOException {
        var recognition = layout(files, options, scratch);
        var tally = new RowTally(files.described(), recognition, options, scratch);
        var pairs = new WaitingPairs(scratch, options.split());
        var accepted = false;
        try {
            var maker = new PairMaker(recognition.layout(), options, new FileSides(files.described()));
            new Intake(maker, tally, pairs, progress).take(files, new Quota(options.limits()), workers);
            Verdict.requireAcceptable(tally.report(), options);
            accepted = true;
            return new CheckedPairs(pairs, tally);
        } finally {
            if (!accepted) {
                pairs.close();
            }
        }
    }

    private static Recognition layout(SourceFiles files, ImportOptions options, Scratch scratch) throws IOException {
        var asked = Recognition.asked(options.layout());
        if (asked.isPresent()) {
            return asked.get();
        }
        var first = new FirstRows(files.all(), options.limits());
        var sample = first.sample();
        if (sample.isEmpty()) {
            var tally = new RowTally(files.described(), null, options, scratch);
            first.defects().forEach(defect -> tally.addRow(RowOutcome.bad(defect)));
            Verdict.requireAcceptable(tally.report(), options);
        }
        return Recognition.of(sample.orElseThrow(), options.layout());
    }
}
