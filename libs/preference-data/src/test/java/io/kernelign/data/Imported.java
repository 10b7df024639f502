package io.kernelign.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.pair.PairReader;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.rows.FileBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an import of a small file gave. */
record Imported(ImportReport report, List<PreferencePair> pairs) {

    static final ImportOptions OPTIONS = ImportOptions.DEFAULT;
    static final ImportOptions LENIENT = OPTIONS.skipping(1);

    static Imported of(ImportOptions options, String... lines) {
        return of(options, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static Imported of(ImportOptions options, byte[] file) {
        return of(options, Map.of("upload", file));
    }

    /**
     * Of files that are held in memory; a map that keeps their order. They are imported from the disk and while they come
     * in, which has to make no difference.
     */
    static Imported of(ImportOptions options, Map<String, byte[]> files) {
        try {
            var imported = ofStored(options, files);
            assertThat(ofStreamed(options, files)).isEqualTo(imported);
            return imported;
        } catch (UnusableInputException | RejectedDataException e) {
            assertThatThrownBy(() -> ofStreamed(options, files))
                    .isInstanceOf(e.getClass())
                    .hasMessage(e.getMessage());
            throw e;
        }
    }

    private static Imported ofStored(ImportOptions options, Map<String, byte[]> files) {
        var uploads = new LinkedHashMap<String, Path>();
        try {
            for (var file : files.entrySet()) {
                uploads.put(file.getKey(), Files.write(Files.createTempFile("upload", ""), file.getValue()));
            }
            return of(
                    options,
                    uploads.entrySet().stream()
                            .map(upload -> new DataFile(upload.getKey(), upload.getValue()))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            uploads.values().forEach(upload -> upload.toFile().delete());
        }
    }

    private static Imported ofStreamed(ImportOptions options, Map<String, byte[]> files) {
        return of(
                options,
                files.entrySet().stream()
                        .map(file -> new DataFile(file.getKey(), FileBytes.of(new Trickle(file.getValue()))))
                        .toList());
    }

    /** Bytes that come a few at a time. */
    private static final class Trickle extends ByteArrayInputStream {

        private static final int MOST = 1_000;

        Trickle(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, MOST));
        }
    }

    static Imported of(ImportOptions options, List<DataFile> files) {
        try {
            var path = Files.createTempFile("pairs", ".jsonl");
            try {
                return new Imported(PairImport.run(files, path, options), read(path));
            } finally {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a file is refused as a whole. */
    static UnusableInputException refusal(ImportOptions options, byte[] file) {
        return catchThrowableOfType(UnusableInputException.class, () -> of(options, file));
    }

    static List<PreferencePair> read(Path path) throws IOException {
        var pairs = new ArrayList<PreferencePair>();
        try (var reader = new PairReader(Files.newInputStream(path))) {
            reader.forEachRemaining(pairs::add);
        }
        return pairs;
    }

    /** The only defect of the second of two rows, of which the first is good. */
    static Defect defectOf(String good, String bad) {
        var defects = of(LENIENT, good, bad).report().defects();
        if (defects.size() != 1) {
            throw new AssertionError("one defect expected: " + defects);
        }
        return defects.get(0);
    }

    /** A row of TRL's layout. */
    static String row(String prompt, String chosen, String rejected) {
        return "{\"prompt\": \"%s\", \"chosen\": \"%s\", \"rejected\": \"%s\"}".formatted(prompt, chosen, rejected);
    }

    static String[] rows(int count) {
        var rows = new String[count];
        for (int i = 0; i < count; i++) {
            rows[i] = row("question " + i, "good " + i, "bad " + i);
        }
        return rows;
    }
}
