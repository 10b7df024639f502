package io.kernelign.data;

import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.index.PromptGroups;
import io.kernelign.data.index.Scratch;
import io.kernelign.data.layout.Recognition;
import io.kernelign.data.rows.Quota;
import io.kernelign.data.split.SplitRule;
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

    /** An import that nobody watches. */
    public static ImportReport run(List<DataFile> files, Path canonical, ImportOptions options) throws IOException {
        return run(files, canonical, options, rows -> {});
    }

    /**
     * @param files each of any container, told by its content; one layout holds for all
     * @param canonical where the pairs go ({@link io.kernelign.data.pair.PairReader} reads them); overwritten, and not
     *     there when this throws
     * @param progress hears after each row how many have been read; what it throws ends the import
     * @throws UnusableInputException there is no file, or one is empty, damaged, beyond a limit or in no known layout
     * @throws RejectedDataException rows are bad, more of them than {@code onError} and {@code maxSkipShare} accept
     * @throws IOException a file could not be read or {@code canonical} not written
     */
    public static ImportReport run(List<DataFile> files, Path canonical, ImportOptions options, LongConsumer progress)
            throws IOException {
        var done = false;
        var folder = canonical.toAbsolutePath().getParent();
        try (var sources = SourceFiles.open(files, folder, options.limits())) {
            var report = write(sources, canonical, options, progress);
            done = true;
            return report;
        } finally {
            if (!done) {
                Files.deleteIfExists(canonical);
            }
        }
    }

    private static ImportReport write(SourceFiles files, Path canonical, ImportOptions options, LongConsumer progress)
            throws IOException {
        var scratch = new Scratch(canonical.toAbsolutePath().getParent());
        var tally = new RowTally(files.described(), layout(files, options, scratch), options, scratch);
        var quota = new Quota(options.limits());
        var groups = new PromptGroups(scratch);
        var splits = new SplitRule(options.split(), groups);
        try (var out = new CanonicalFile(canonical, splits, groups)) {
            for (var file : files.all()) {
                file.forEach(
                        row -> {
                            for (var pair : tally.pairs(row)) {
                                out.add(pair);
                            }
                            progress.accept(tally.rows());
                        },
                        quota);
            }
            for (var pair : tally.rest()) {
                out.add(pair);
            }
            Verdict.requireAcceptable(tally.report(null), options);
            return tally.report(out.finish());
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
            first.rows().forEach(tally::pairs);
            Verdict.requireAcceptable(tally.report(null), options);
        }
        return Recognition.of(sample.orElseThrow(), options.layout());
    }
}
