package io.kernelign.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports 200 MB in a virtual machine of its own whose heap is a third of that. */
class ConstantMemoryTest {

    private static final int ROWS = 50_000;
    private static final String HEAP = "-Xmx64m";

    /** The other machine's program: imports the first file into the second and prints the pairs. */
    public static void main(String[] args) throws IOException {
        var files = List.of(new DataFile("generated", Path.of(args[0])));
        System.out.print(
                PairImport.run(files, Path.of(args[1]), Imported.OPTIONS).pairs());
    }

    private static void generate(Path file) throws IOException {
        var filler = "x".repeat(4_000);
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < ROWS; i++) {
                out.write(Imported.row("question " + i, filler + i, "bad") + "\n");
            }
        }
    }

    @Test
    void a_file_is_never_held_in_memory(@TempDir Path folder) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var output = folder.resolve("output");
        var generated = folder.resolve("generated.jsonl");
        var pairs = folder.resolve("pairs.jsonl");
        generate(generated);
        var command = new ProcessBuilder(
                java,
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                getClass().getName(),
                generated.toString(),
                pairs.toString());
        var exit = command.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        assertThat(Files.readString(output)).endsWith(Integer.toString(ROWS));
        assertThat(exit).isZero();
        assertThat(Files.size(pairs)).isGreaterThan(200_000_000);
    }
}
