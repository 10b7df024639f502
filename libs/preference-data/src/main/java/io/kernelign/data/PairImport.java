package io.kernelign.data;

import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.index.Scratch;
import io.kernelign.data.layout.Recognition;
import io.kernelign.data.rows.Quota;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/**
 * Reads a preference data set in any known layout and writes its canonical file, which
 * {@link io.kernelign.data.pair.PairReader} reads. Memory is constant; tables of some 300 bytes a pair, by which
 * duplicates are noticed and sides told, lie in files.
 */
public final class PairImport {

    private PairImport() {}

    /** An import that nobody watches. */
    public static ImportReport run(List<DataFile> files, Path canonical, ImportOptions options) throws IOException {
        return run(files, canonical, options, rows -> {});
    }

    /** Imports with tables beside the canonical file. */
    public static ImportReport run(List<DataFile> files, Path canonical, ImportOptions options, LongConsumer progress)
            throws IOException {
        var scratch = canonical.toAbsolutePath().getParent();
        return write(files, canonical, scratch, options, progress);
    }

    /**
     * Checks the rows and writes the pairs into a file.
     *
     * @param files each of any container, told by its content; one layout holds for all
     * @param canonical where the pairs go; overwritten, and not there when this throws
     * @param scratch folder for tables; nothing stays there
     * @param progress hears after each row, on the thread that called, how many have been read; what it throws ends the
     *     import
     * @return what was found and made
     * @throws UnusableInputException there is no file, or one is empty, damaged, beyond a limit or in no known layout
     * @throws RejectedDataException rows are bad, more of them than {@code onError} and {@code maxSkipShare} accept
     * @throws IOException a file could not be read or the pairs not written
     */
    public static ImportReport write(
            List<DataFile> files, Path canonical, Path scratch, ImportOptions options, LongConsumer progress)
            throws IOException {
        return write(
                files,
                canonical,
                scratch,
                options,
                progress,
                Runtime.getRuntime().availableProcessors());
    }

    /** @param workers threads that look at rows */
    static ImportReport write(
            List<DataFile> files,
            Path canonical,
            Path scratch,
            ImportOptions options,
            LongConsumer progress,
            int workers)
            throws IOException {
        var written = false;
        try (var sources = SourceFiles.open(files, scratch, options.limits());
                var tables = new Scratch(scratch)) {
            var report = write(sources, canonical, tables, options, progress, workers);
            written = true;
            return report;
        } finally {
            if (!written) {
                Files.deleteIfExists(canonical);
            }
        }
    }

    private static ImportReport write(
            SourceFiles files,
            Path canonical,
            Scratch scratch,
            ImportOptions options,
            LongConsumer progress,
            int workers)
            throws IOException {
        var recognition = layout(files, options, scratch);
        var tally = new RowTally(files.described(), recognition, options, scratch);
        try (var pairs = new CanonicalFile(canonical, scratch, options.split())) {
            var maker = new PairMaker(recognition.layout(), options, new FileSides(files.described()));
            new Intake(maker, tally, pairs, progress).take(files, new Quota(options.limits()), workers);
            Verdict.requireAcceptable(tally.report(), options);
            // Languages take as long to tell as sides.
            var profile = CompletableFuture.supplyAsync(tally::profile, PairImport::start);
            return tally.report(pairs.settle(), profile.join());
        }
    }

    /** With the priority of whoever imports. */
    private static void start(Runnable task) {
        new Thread(task, "import-profile").start();
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
