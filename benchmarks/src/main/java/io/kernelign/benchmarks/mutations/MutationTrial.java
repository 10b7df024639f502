package io.kernelign.benchmarks.mutations;

import io.kernelign.data.DataFile;
import io.kernelign.data.ImportOptions;
import io.kernelign.data.ImportReport;
import io.kernelign.data.PairImport;
import io.kernelign.data.RejectedDataException;
import io.kernelign.data.defect.UnusableInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of one import.
 *
 * @param ending whether pairs were stored, or why not
 * @param report what the import told of the rows; empty where a file as a whole was refused
 * @param rows that it had read
 * @param flaw what it did that it must not do
 * @param story of the flaw, for people
 * @param seconds all of it
 * @param slowestRow seconds between one row and the next, at the most
 */
record MutationTrial(
        Ending ending,
        Optional<ImportReport> report,
        long rows,
        Optional<Flaw> flaw,
        String story,
        double seconds,
        double slowestRow) {

    /** How an import may end. */
    enum Ending {
        STORED,
        ROWS_REJECTED,
        FILE_REFUSED,
        FLAWED
    }

    /** What must not happen. */
    enum Flaw {
        CRASH,
        OUT_OF_MEMORY,
        /** It, or a row of it, took more than a second. */
        SLOW,
        /** Something lies beside the files that came in and the pairs. */
        FILES_LEFT,
        /** Its pairs are not the same when they come in again. */
        COMES_BACK_DIFFERENT
    }

    static MutationTrial of(MutatedCase mutated, Path folder) throws IOException {
        var files = new ArrayList<DataFile>();
        for (var bytes : mutated.files()) {
            var path = folder.resolve("input-" + files.size());
            files.add(new DataFile(path.getFileName().toString(), Files.write(path, bytes)));
        }
        var clock = new RowClock();
        var canonical = folder.resolve("pairs.jsonl");
        var ending = Ending.FLAWED;
        var report = Optional.<ImportReport>empty();
        var flaw = Optional.<Flaw>empty();
        var story = "";
        try {
            report = Optional.of(PairImport.run(files, canonical, mutated.options(), clock));
            ending = Ending.STORED;
        } catch (RejectedDataException e) {
            report = Optional.of(e.report());
            ending = Ending.ROWS_REJECTED;
        } catch (UnusableInputException e) {
            ending = Ending.FILE_REFUSED;
        } catch (Exception | Error e) {
            flaw = Optional.of(e instanceof OutOfMemoryError ? Flaw.OUT_OF_MEMORY : Flaw.CRASH);
            story = trace(e);
        }
        double seconds = clock.seconds();
        if (flaw.isEmpty()) {
            flaw = leftover(folder, files.size() + (ending == Ending.STORED ? 1 : 0));
        }
        if (flaw.isEmpty() && ending == Ending.STORED) {
            flaw = difference(canonical, report.get(), folder);
        }
        return new MutationTrial(ending, report, clock.rows(), flaw, story, seconds, clock.slowest());
    }

    MutationTrial with(Flaw found) {
        return new MutationTrial(ending, report, rows, Optional.of(found), story, seconds, slowestRow);
    }

    private static Optional<Flaw> leftover(Path folder, int expected) throws IOException {
        try (var files = Files.list(folder)) {
            return files.count() == expected ? Optional.empty() : Optional.of(Flaw.FILES_LEFT);
        }
    }

    /** What an import has taken is of TRL's layout, and taking it once more changes nothing. */
    private static Optional<Flaw> difference(Path canonical, ImportReport report, Path folder) throws IOException {
        var again = PairImport.run(
                List.of(new DataFile("again", canonical)), folder.resolve("again.jsonl"), ImportOptions.DEFAULT);
        Files.delete(folder.resolve("again.jsonl"));
        return again.contentHash().equals(report.contentHash())
                ? Optional.empty()
                : Optional.of(Flaw.COMES_BACK_DIFFERENT);
    }

    private static String trace(Throwable thrown) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
