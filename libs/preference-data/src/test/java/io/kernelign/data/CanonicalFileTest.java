package io.kernelign.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.data.pair.PairReader;
import io.kernelign.data.pair.PairWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanonicalFileTest {

    @TempDir
    Path folder;

    private ImportReport write(Path path, String... lines) throws IOException {
        var upload = Files.writeString(folder.resolve("upload"), String.join("\n", lines));
        return PairImport.run(List.of(new DataFile("upload", upload)), path, Imported.OPTIONS);
    }

    @Test
    void a_pair_is_one_line_of_json() throws IOException {
        var path = folder.resolve("pairs.jsonl");
        write(path, Imported.row("q", "a\\nb", "é"));
        assertThat(path)
                .content(UTF_8)
                .isEqualTo("{\"id\":\"" + Imported.read(path).get(0).id() + "\",\"split\":\"train\"   ,"
                        + "\"prompt\":[{\"role\":\"user\",\"content\":\"q\"}],"
                        + "\"chosen\":[{\"role\":\"assistant\",\"content\":\"a\\nb\"}],"
                        + "\"rejected\":[{\"role\":\"assistant\",\"content\":\"é\"}],\"weight\":1.0}\n");
    }

    @Test
    void the_content_hash_is_the_sha256_of_the_file() throws Exception {
        for (int count : new int[] {2, 500}) {
            var path = folder.resolve(count + ".jsonl");
            var report = write(path, Imported.rows(count));
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
            assertThat(report.contentHash()).isEqualTo(HexFormat.of().formatHex(digest));
        }
    }

    @Test
    void what_was_read_is_written_back_byte_for_byte() throws IOException {
        var path = folder.resolve("pairs.jsonl");
        var report = write(path, Imported.rows(100));
        try (var reader = new PairReader(Files.newInputStream(path));
                var writer = new PairWriter(Files.newOutputStream(folder.resolve("again.jsonl")))) {
            while (reader.hasNext()) {
                writer.write(reader.next());
            }
            assertThat(writer.finish()).isEqualTo(report.contentHash());
        }
    }

    @Test
    void a_canonical_file_can_be_imported_again() throws IOException {
        var path = folder.resolve("pairs.jsonl");
        var first = write(path, Imported.rows(100));
        var again = write(folder.resolve("again.jsonl"), Files.readString(path));
        assertThat(again.contentHash()).isEqualTo(first.contentHash());
    }

    @Test
    void a_line_that_is_no_pair_is_named() throws IOException {
        var path = folder.resolve("pairs.jsonl");
        write(path, Imported.rows(1));
        Files.writeString(path, Files.readString(path) + "{\"id\":\n");
        try (var reader = new PairReader(Files.newInputStream(path))) {
            reader.next();
            assertThatThrownBy(reader::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("line 2 of the canonical pairs is not a pair");
        }
    }
}
