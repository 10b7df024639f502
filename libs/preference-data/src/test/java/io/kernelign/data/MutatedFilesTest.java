package io.kernelign.data;

import static io.kernelign.data.Packed.bytes;
import static io.kernelign.data.Packed.gzip;
import static io.kernelign.data.Packed.join;
import static io.kernelign.data.Packed.zstd;

import io.kernelign.data.defect.UnusableInputException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in which bytes were changed, taken out, put in or doubled: they go in, or are refused as bad input, in time. */
class MutatedFilesTest {

    private static final int ROUNDS = 400;
    private static final byte[] LETTERS = bytes("{}[]\",:\\\n\r\0\uFEFF\u00ff");

    private final Random random = new Random(5);

    private static byte[] file(String container) {
        var lines = Imported.rows(6);
        return switch (container) {
            case "lines" -> bytes(lines);
            case "array" -> bytes("[" + String.join(",\n", lines) + "]");
            case "csv" -> bytes("prompt,chosen,rejected", "q,\"a\nb\",c", "\"r\",\"x \"\"y\"\"\",z");
            case "utf-16" -> String.join("\n", lines).getBytes(StandardCharsets.UTF_16);
            case "gzip" -> gzip(bytes(lines));
            case "zstd" -> zstd(bytes(lines));
            case "parquet" -> Golden.parquet("gzip");
            default -> throw new IllegalArgumentException(container);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines", "array", "csv", "utf-16", "gzip", "zstd", "parquet"})
    void no_change_of_bytes_is_anything_but_bad_input(String container) {
        var whole = file(container);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(120), () -> {
            for (int i = 0; i < ROUNDS; i++) {
                var mutated = whole;
                for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                    mutated = mutated(mutated);
                }
                assertTakenOrRefused(mutated);
            }
        });
    }

    private static void assertTakenOrRefused(byte[] file) {
        try {
            Imported.of(Imported.LENIENT, file);
        } catch (UnusableInputException | RejectedDataException e) {
            // What bad input is for.
        }
    }

    private byte[] mutated(byte[] file) {
        int from = random.nextInt(file.length + 1);
        int to = Math.min(file.length, from + random.nextInt(1 + random.nextInt(20)));
        var before = Arrays.copyOf(file, from);
        var part = Arrays.copyOfRange(file, from, to);
        var after = Arrays.copyOfRange(file, to, file.length);
        return switch (random.nextInt(4)) {
            case 0 -> join(before, after);
            case 1 -> join(before, part, part, after);
            case 2 -> join(before, new byte[] {LETTERS[random.nextInt(LETTERS.length)]}, part, after);
            default -> join(before, changed(part), after);
        };
    }

    private byte[] changed(byte[] part) {
        var changed = part.clone();
        random.nextBytes(changed);
        return changed;
    }
}
