package io.kernelign.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.export.ExportFormat;
import io.kernelign.data.export.PairExport;
import io.kernelign.data.pair.PairReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.parquet.format.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports files in a virtual machine of its own whose heap is smaller than they are. */
class ConstantMemoryTest {

    private static final String HEAP = "-Xmx96m";
    private static final int ROWS_OF_A_PAGE = 64;
    private static final String FILLER = "x".repeat(4_000);

    @TempDir
    private Path folder;

    /** The other machine's program: imports the first file into the second, exports that and prints the pairs. */
    public static void main(String[] args) throws IOException {
        var files = List.of(new DataFile("generated", Path.of(args[0])));
        var canonical = Path.of(args[1]);
        var report = PairImport.run(files, canonical, Imported.OPTIONS);
        for (var format : ExportFormat.values()) {
            try (var pairs = new PairReader(Files.newInputStream(canonical));
                    var out = Files.newOutputStream(canonical.resolveSibling("exported." + format.extension()))) {
                PairExport.write(pairs, Optional.empty(), format, out);
            }
        }
        System.out.print(report.pairs());
    }

    private Path generated(int rows, IntFunction<String> row) throws IOException {
        var file = folder.resolve("generated.jsonl");
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < rows; i++) {
                out.write(row.apply(i) + "\n");
            }
        }
        return file;
    }

    private void assertImported(Path file, int pairs) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var output = folder.resolve("output");
        var command = new ProcessBuilder(
                java,
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                getClass().getName(),
                file.toString(),
                folder.resolve("pairs.jsonl").toString());
        var exit = command.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        assertThat(Files.readString(output)).endsWith(Integer.toString(pairs));
        assertThat(exit).isZero();
    }

    @Test
    void a_file_is_never_held_in_memory_on_its_way_in_or_out() throws Exception {
        int rows = 50_000;
        var file = generated(rows, i -> Imported.row("question " + i, FILLER + i, "bad"));
        assertImported(file, rows);
        assertThat(Files.size(folder.resolve("pairs.jsonl"))).isGreaterThan(200_000_000);
        assertThat(folder.resolve("exported.jsonl")).hasSameBinaryContentAs(folder.resolve("pairs.jsonl"));
        assertThat(RawRows.count(folder.resolve("exported.parquet"))).isEqualTo(rows);
    }

    @Test
    void nor_are_many_rows_of_the_largest_size() throws Exception {
        int rows = 60;
        var turn = FILLER.repeat(62);
        var turns = IntStream.range(0, 15)
                .mapToObj(i -> "{\"role\": \"user\", \"content\": \"" + turn + "\"}")
                .collect(Collectors.joining(", ", "[", "]"));
        var file =
                generated(rows, i -> "{\"prompt\": " + turns + ", \"chosen\": \"" + i + "\", \"rejected\": \"bad\"}");
        assertThat(Files.size(file)).isGreaterThan(220_000_000);
        assertImported(file, rows);
    }

    @Test
    void nor_is_a_row_group_of_parquet() throws Exception {
        int rows = 170 * ROWS_OF_A_PAGE;
        var parquet = new ForgedParquet(rows);
        for (var name : List.of("prompt", "chosen", "rejected")) {
            var pages = new byte[rows / ROWS_OF_A_PAGE][];
            Arrays.setAll(pages, i -> pageOf(name + i));
            parquet.required(name, rows, pages);
        }
        var file = folder.resolve("generated.parquet");
        parquet.writeTo(file);
        assertThat(Files.size(file)).isGreaterThan(130_000_000);
        assertImported(file, rows);
    }

    private static byte[] pageOf(String texts) {
        return ForgedParquet.page(
                ROWS_OF_A_PAGE,
                Encoding.PLAIN,
                ForgedParquet.plain(IntStream.range(0, ROWS_OF_A_PAGE)
                        .mapToObj(i -> texts + FILLER + i)
                        .toArray(String[]::new)));
    }

    @Test
    void nor_are_the_rows_of_a_prompt_that_make_one_pair_together() throws Exception {
        var file = generated(15_000, i -> """
                {"prompt": "q", "response": "%s", "helpfulness": %d, "correctness": 1, "coherence": 1,\
                 "complexity": 1, "verbosity": 1}""".formatted(FILLER + i, i % 5));
        assertImported(file, 1);
    }
}
