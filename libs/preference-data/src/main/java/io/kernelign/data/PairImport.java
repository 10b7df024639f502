package io.kernelign.data;

import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.layout.Layouts;
import io.kernelign.data.layout.Layouts.Recognition;
import io.kernelign.data.rows.Compression;
import io.kernelign.data.rows.JsonLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a preference data set in any known layout and writes its canonical file. Memory is constant but for 16 bytes
 * a pair (21 to 43 with the table's free room), by which duplicates are noticed.
 */
public final class PairImport {

    private PairImport() {}

    /**
     * @param file JSON Lines, plain or gzip; not closed
     * @param canonical where the pairs go ({@link io.kernelign.data.pair.PairReader} reads them); overwritten, and not
     *     there when this throws
     * @throws UnusableInputException the file is empty, damaged, beyond a limit or in no known layout
     * @throws RejectedDataException rows are bad, more of them than {@code onError} and {@code maxSkipShare} accept
     * @throws IOException {@code file} could not be read or {@code canonical} not written
     */
    public static ImportReport run(InputStream file, Path canonical, ImportOptions options) throws IOException {
        var done = false;
        try {
            var report = write(file, canonical, options);
            done = true;
            return report;
        } finally {
            if (!done) {
                Files.deleteIfExists(canonical);
            }
        }
    }

    private static ImportReport write(InputStream file, Path canonical, ImportOptions options) throws IOException {
        var limits = options.limits();
        var rows = new SampledRows(new JsonLines(Compression.unpack(file, limits), limits));
        var tally = new RowTally(layout(rows, options), limits.textCharacters());
        var splits = new SplitRule(options.heldOutShare(), options.splitSeed());
        try (var out = new CanonicalFile(canonical, splits)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                for (var pair : tally.pairs(row)) {
                    out.add(pair);
                }
            }
            Verdict.requireAcceptable(tally.report(null), options);
            return tally.report(out.finish());
        }
    }

    private static Recognition layout(SampledRows rows, ImportOptions options) {
        if (rows.isEmpty()) {
            throw new UnusableInputException("file", "empty", "JSON Lines with at least one row, plain or gzip");
        }
        if (options.format() != null) {
            return new Recognition(Layouts.named(options.format()), "format=" + options.format() + " asks for it");
        }
        var sample = rows.sample();
        if (sample.isEmpty()) {
            var tally = new RowTally(null, options.limits().textCharacters());
            rows.ahead().forEach(tally::pairs);
            Verdict.requireAcceptable(tally.report(null), options);
        }
        return Layouts.recognise(sample.orElseThrow());
    }
}
