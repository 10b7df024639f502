package io.kernelign.data;

import static io.kernelign.data.Imported.OPTIONS;
import static io.kernelign.data.Imported.row;
import static io.kernelign.data.Imported.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Place;
import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.rows.Compression;
import io.kernelign.data.rows.Container;
import io.kernelign.data.rows.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class FilesTest {

    private static final byte[] PLAIN = String.join("\n", rows(50)).getBytes(StandardCharsets.UTF_8);

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] join(byte[] left, byte[] right) {
        var joined = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, joined, left.length, right.length);
        return joined;
    }

    private static UnusableInputException refusal(ImportOptions options, byte[] file) {
        return catchThrowableOfType(UnusableInputException.class, () -> Imported.of(options, file));
    }

    @Test
    void gzip_is_known_by_its_first_bytes_and_gives_the_same_pairs() throws IOException {
        var plain = Imported.of(OPTIONS, PLAIN);
        var packed = Imported.of(OPTIONS, gzip(PLAIN));
        assertThat(packed.pairs()).isEqualTo(plain.pairs()).hasSize(50);
        assertThat(plain.report().files())
                .containsExactly(new ImportedFile("upload", Container.JSON_LINES, Compression.NONE));
        assertThat(packed.report().files())
                .containsExactly(new ImportedFile("upload", Container.JSON_LINES, Compression.GZIP));
    }

    @Test
    void gzip_of_several_members_is_read_to_its_end() throws IOException {
        var members = join(gzip(PLAIN), gzip("\n{}".getBytes(StandardCharsets.UTF_8)));
        assertThat(Imported.of(Imported.LENIENT, members).report().rows()).isEqualTo(51);
    }

    @Test
    void truncated_gzip_is_an_error_wherever_it_is_cut() throws IOException {
        var packed = gzip(PLAIN);
        for (int length = 2; length < packed.length; length++) {
            assertThat(refusal(OPTIONS, Arrays.copyOf(packed, length)))
                    .hasMessage("file is gzip data that ends too early; accepted is a complete gzip file");
        }
    }

    @Test
    void damaged_gzip_is_an_error() throws IOException {
        var packed = gzip(PLAIN);
        packed[packed.length - 6] ^= 1;
        assertThat(refusal(OPTIONS, packed)).hasMessageStartingWith("file is damaged gzip data");
    }

    @Test
    void an_empty_file_is_an_error_be_it_plain_blank_or_packed() throws IOException {
        var message = "file is empty; accepted is a file with at least one row";
        assertThat(refusal(OPTIONS, new byte[0])).hasMessage(message);
        assertThat(refusal(OPTIONS, " \n\r\n".getBytes(StandardCharsets.UTF_8))).hasMessage(message);
        assertThat(refusal(OPTIONS, gzip(new byte[0]))).hasMessage(message);
    }

    @Test
    void a_file_in_another_encoding_is_rejected_with_the_byte_at_fault() {
        var latin = row("où", "a", "b").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Imported.of(OPTIONS, latin))
                .isInstanceOf(RejectedDataException.class)
                .hasMessageEndingWith("line 1: expected text in UTF-8, found byte 0xF9 as byte 14 of the line");
        var utf16 = row("q", "a", "b").getBytes(StandardCharsets.UTF_16);
        assertThatThrownBy(() -> Imported.of(OPTIONS, utf16)).hasMessageContaining("found byte 0xFE as byte 1");
    }

    @Test
    void one_line_that_is_not_utf8_is_one_bad_row() {
        var bad = join(PLAIN, new byte[] {'\n', '{', (byte) 0xC0, (byte) 0x80, '}'});
        assertThat(Imported.of(Imported.LENIENT, bad).report().defects())
                .containsExactly(new Defect(
                        Place.ofLine(51),
                        "",
                        "text in UTF-8",
                        "byte 0xC0 as byte 2 of the line",
                        DefectKind.INVALID_UTF8));
    }

    @Test
    void byte_order_mark_and_windows_line_ends_do_no_harm() {
        var windows = "\uFEFF" + String.join("\r\n", rows(3)) + "\r\n";
        assertThat(Imported.of(OPTIONS, windows).pairs())
                .isEqualTo(Imported.of(OPTIONS, rows(3)).pairs());
    }

    @Test
    void a_line_beyond_the_limit_is_passed_over_without_being_held() {
        var limits = new Limits(200_000, 64, 1 << 24, 200, 1 << 18);
        var lines = rows(3);
        lines[1] = row("q", "x".repeat(1_000_000), "b");
        var result = Imported.of(Imported.LENIENT.withLimits(limits), lines);
        assertThat(result.report().defects())
                .containsExactly(new Defect(
                        Place.ofLine(2),
                        "",
                        "a line of at most 200000 bytes",
                        "a longer one",
                        DefectKind.LINE_TOO_LONG));
        assertThat(result.pairs()).hasSize(2);
    }

    @Test
    void a_line_as_long_as_the_limit_is_read() {
        var line = rows(1)[0];
        var limits = new Limits(line.length(), 64, 1 << 24, 200, 1 << 18);
        assertThat(Imported.of(OPTIONS.withLimits(limits), line).pairs()).hasSize(1);
    }

    @Test
    void a_file_beyond_the_limit_of_size_is_refused_plain_or_packed() throws IOException {
        var limits = new Limits(1 << 20, 64, PLAIN.length - 1, 200, 1 << 18);
        var message = "file is larger than the limit; accepted is at most " + (PLAIN.length - 1)
                + " bytes after decompression";
        assertThat(refusal(OPTIONS.withLimits(limits), PLAIN)).hasMessage(message);
        assertThat(refusal(OPTIONS.withLimits(limits), gzip(PLAIN))).hasMessage(message);
        var enough = new Limits(1 << 20, 64, PLAIN.length, 200, 1 << 18);
        assertThat(Imported.of(OPTIONS.withLimits(enough), PLAIN).pairs()).hasSize(50);
    }

    @Test
    void a_bomb_is_refused_by_its_ratio() throws IOException {
        assertThat(refusal(OPTIONS, gzip(new byte[40 << 20])))
                .hasMessageStartingWith("file is unpacked to ")
                .hasMessageEndingWith("; accepted is a compression ratio below the limit of 200");
    }
}
