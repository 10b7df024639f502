package io.kernelign.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports 200 MB in a virtual machine of its own whose heap is a sixth of that. */
class ConstantMemoryTest {

    private static final int ROWS = 50_000;
    private static final String HEAP = "-Xmx32m";

    /** The other machine's program: imports generated rows of 4 KB into the given file and prints the pairs. */
    public static void main(String[] args) throws IOException {
        System.out.print(
                PairImport.run(generated(), Path.of(args[0]), Imported.OPTIONS).pairs());
    }

    private static InputStream generated() {
        var filler = "x".repeat(4_000);
        var rows = IntStream.range(0, ROWS)
                .mapToObj(i -> Imported.row("question " + i, filler + i, "bad") + "\n")
                .iterator();
        return new SequenceInputStream(new Enumeration<InputStream>() {
            @Override
            public boolean hasMoreElements() {
                return rows.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(rows.next().getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    @Test
    void a_file_is_never_held_in_memory(@TempDir Path folder) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var output = folder.resolve("output");
        var pairs = folder.resolve("pairs.jsonl");
        var command = new ProcessBuilder(
                java,
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                getClass().getName(),
                pairs.toString());
        var exit = command.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        assertThat(Files.readString(output)).isEqualTo(Integer.toString(ROWS));
        assertThat(exit).isZero();
        assertThat(Files.size(pairs)).isGreaterThan(200_000_000);
    }
}
