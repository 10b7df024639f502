package io.kernelign.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many threads look at the rows, an import is the same. */
class ParallelImportTest {

    private static final int ROWS = 5_000;
    private static final long SOON_MILLIS = 10_000;
    private static final String FILLER = "word ".repeat(40);

    private final Random random = new Random(11);

    @TempDir
    Path folder;

    /** Rows good and bad, some of them more than once. */
    private List<String> rows(String layout) {
        var rows = new ArrayList<String>();
        for (int i = 0; i < ROWS; i++) {
            int number = random.nextInt(ROWS);
            rows.add(
                    switch (random.nextInt(20)) {
                        case 0 -> "{\"broken\": ";
                        case 1 -> "";
                        case 2 -> row(layout, number, "");
                        default -> row(layout, number, FILLER.substring(0, random.nextInt(FILLER.length())));
                    });
        }
        return rows;
    }

    private String row(String layout, int number, String text) {
        return switch (layout) {
            case "trl" -> Imported.row("question " + number, text + number % 7, text);
            case "hh-rlhf" -> """
                    {"chosen": "\\n\\nHuman: %1$d\\n\\nAssistant: %2$s", "rejected": "\\n\\nHuman: %1$d\\n\\nAssistant: no"}""".formatted(number, text);
            case "helpsteer" -> """
                    {"prompt": "question %d", "response": "%s", "helpfulness": %d, "correctness": 1, "coherence": 1,\
                     "complexity": 1, "verbosity": 1}""".formatted(number / 2_000, text, random.nextInt(5));
            case "nectar" -> """
                    {"prompt": "%d", "answers": [{"answer": "%2$s 1", "rank": 1}, {"answer": "%2$s 2", "rank": 2},\
                     {"answer": "%2$s 3", "rank": 3}]}""".formatted(number, text);
            default -> throw new IllegalArgumentException(layout);
        };
    }

    private ImportReport imported(Path file, Path pairs, int workers) throws IOException {
        var files = List.of(new DataFile("rows", file));
        return PairImport.write(files, pairs, folder, Imported.LENIENT, rows -> {}, workers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trl", "hh-rlhf", "helpsteer", "nectar"})
    void pairs_and_report_do_not_depend_on_the_number_of_threads(String layout) throws IOException {
        var file = Files.write(folder.resolve("rows"), rows(layout));
        var alone = imported(file, folder.resolve("alone"), 1);

        var together = imported(file, folder.resolve("together"), 4);

        assertThat(together).isEqualTo(alone);
        assertThat(alone.layout()).isEqualTo(layout);
        assertThat(alone.badRows()).isPositive();
        assertThat(folder.resolve("together")).hasSameBinaryContentAs(folder.resolve("alone"));
    }

    @Test
    void when_it_is_ended_amid_the_rows_no_thread_and_no_file_remains() throws Exception {
        var file = Files.write(folder.resolve("rows"), rows("trl"));
        assertThatThrownBy(() -> PairImport.write(
                        List.of(new DataFile("rows", file)),
                        folder.resolve("pairs"),
                        folder,
                        Imported.LENIENT,
                        rows -> {
                            if (rows == ROWS / 2) {
                                throw new IllegalStateException("enough");
                            }
                        },
                        4))
                .hasMessage("enough");
        assertThat(folder).isDirectoryNotContaining(remains -> !remains.equals(file));
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals(RowPipeline.THREAD)) {
                // It works no more; a thread ends a moment after that.
                thread.join(SOON_MILLIS);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }
}
