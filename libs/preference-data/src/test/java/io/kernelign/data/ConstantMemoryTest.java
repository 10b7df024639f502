package io.kernelign.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports files in a virtual machine of its own whose heap is a small part of them. */
class ConstantMemoryTest {

    private static final String HEAP = "-Xmx64m";
    private static final String FILLER = "x".repeat(4_000);

    @TempDir
    private Path folder;

    /** The other machine's program: imports the first file into the second and prints the pairs. */
    public static void main(String[] args) throws IOException {
        var files = List.of(new DataFile("generated", Path.of(args[0])));
        System.out.print(
                PairImport.run(files, Path.of(args[1]), Imported.OPTIONS).pairs());
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
    void a_file_is_never_held_in_memory() throws Exception {
        int rows = 50_000;
        var file = generated(rows, i -> Imported.row("question " + i, FILLER + i, "bad"));
        assertImported(file, rows);
        assertThat(Files.size(folder.resolve("pairs.jsonl"))).isGreaterThan(200_000_000);
    }

    @Test
    void nor_are_the_rows_of_a_prompt_that_make_one_pair_together() throws Exception {
        var file = generated(15_000, i -> """
                {"prompt": "q", "response": "%s", "helpfulness": %d, "correctness": 1, "coherence": 1,\
                 "complexity": 1, "verbosity": 1}""".formatted(FILLER + i, i % 5));
        assertImported(file, 1);
    }
}
