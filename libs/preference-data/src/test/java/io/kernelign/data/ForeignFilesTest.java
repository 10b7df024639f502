package io.kernelign.data;

import static io.kernelign.data.Imported.LENIENT;
import static io.kernelign.data.Imported.refusal;
import static io.kernelign.data.Packed.bytes;
import static io.kernelign.data.Packed.gzip;
import static io.kernelign.data.Packed.join;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ForeignFilesTest {

    private static byte[] zip(String entry) {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return zip.toByteArray();
    }

    private static byte[] magic(String text) {
        return join(text.getBytes(ISO_8859_1), new byte[40]);
    }

    private static Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("a zip archive", zip("pairs.jsonl"));
        files.put("an Excel workbook or another Office file", zip("[Content_Types].xml"));
        files.put("a tar archive", join(new byte[257], magic("ustar")));
        files.put("a Python pickle", magic("\u0080\u0004\u0095"));
        files.put("an Arrow (Feather) file", magic("ARROW1"));
        files.put("an Arrow stream", magic("\u00ff\u00ff\u00ff\u00ff"));
        files.put("an encrypted Parquet file", magic("PARE"));
        files.put("bzip2 data", magic("BZh91AY&SY"));
        files.put("xz data", magic("\u00fd7zXZ\0"));
        files.put("an SQLite database", magic("SQLite format 3\0"));
        files.put("a Git LFS pointer, not the file it stands for", bytes("version https://git-lfs.github.com/spec/v1"));
        files.put("an HTML or XML page", bytes("", "<!DOCTYPE html>", "<p>Not found</p>"));
        files.put("text: a poem without end", bytes("a poem without end", "goes on"));
        files.put(
                "neither text in UTF-8 nor a known kind of file (it begins with 01 02 03 04 c0 c1 f5 f6)",
                magic("\u0001\u0002\u0003\u0004\u00c0\u00c1\u00f5\u00f6"));
        return files;
    }

    @Test
    void a_file_of_another_kind_is_refused_by_its_name_plain_or_packed() {
        files().forEach((name, file) -> {
            var accepted = "JSON Lines, a JSON array of objects, CSV or Parquet, each plain, gzip or zstd";
            assertThat(refusal(LENIENT, file).accepted()).isEqualTo(accepted);
            assertThat(name).startsWith(refusal(LENIENT, file).found().replace("…", ""));
            assertThat(name).startsWith(refusal(LENIENT, gzip(file)).found().replace("…", ""));
        });
    }
}
