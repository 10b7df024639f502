package io.kernelign.evaluation.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkFolderTest {

    @TempDir
    Path path;

    private void write(String file, byte[] bytes) throws IOException {
        Files.write(path.resolve(file), bytes);
    }

    private String text(String file) throws IOException {
        return new BenchmarkFolder(path).text(file);
    }

    private static byte[] packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void packed_files_are_unpacked_and_byte_order_marks_left_out() throws IOException {
        write("a.gz", packed("eins"));
        write("b.txt", "\uFEFFzwei".getBytes(UTF_8));

        assertThat(text("a.gz")).isEqualTo("eins");
        assertThat(text("b.txt")).isEqualTo("zwei");
    }

    @Test
    void files_that_lack_or_are_empty_or_no_text_are_told_by_name() throws IOException {
        write("empty.txt", new byte[0]);
        write("latin1.txt", new byte[] {(byte) 0xE9});
        var whole = packed("a text that is cut off before its end");
        write("cut.gz", Arrays.copyOf(whole, whole.length - 12));

        Files.createDirectory(path.resolve("folder.txt"));

        for (var none : List.of("none.txt", "folder.txt")) {
            assertThatThrownBy(() -> text(none)).hasMessage(none + " is missing; accepted is a file of the benchmark");
        }
        assertThatThrownBy(() -> text("empty.txt")).hasMessageStartingWith("empty.txt is \"empty\"");
        assertThatThrownBy(() -> text("latin1.txt")).hasMessageEndingWith("accepted is a text in UTF-8");
        assertThatThrownBy(() -> text("cut.gz")).hasMessageEndingWith("accepted is a file that can be unpacked");
    }

    @Test
    void files_that_unpack_to_more_than_may_be_read_are_refused_before_they_fill_the_memory() throws IOException {
        var half = packed("a".repeat(40 << 20));
        write("a.gz", half);
        write("b.gz", half);
        var folder = new BenchmarkFolder(path);

        assertThat(folder.text("a.gz")).hasSize(40 << 20);
        assertThatThrownBy(() -> folder.text("b.gz"))
                .hasMessage("b.gz is \"too large\"; accepted is at most 64 MiB of all files together, unpacked");
    }
}
