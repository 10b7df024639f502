package io.kernelign.data;

import static io.kernelign.data.Imported.LENIENT;
import static io.kernelign.data.Imported.OPTIONS;
import static io.kernelign.data.Imported.refusal;
import static io.kernelign.data.Imported.row;
import static io.kernelign.data.Imported.rows;
import static io.kernelign.data.Packed.bytes;
import static io.kernelign.data.Packed.gzip;
import static io.kernelign.data.Packed.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Place;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

    private static final String TEXT =
            String.join("\n", row("où? \uD83D\uDE00", "漢", "b"), row("q", "a", "b"), "") + "\n";
    private static final String MARK = "\uFEFF";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void text_in_any_unicode_encoding_gives_the_same_pairs_with_and_without_a_byte_order_mark(String name) {
        var pairs = Imported.of(OPTIONS, TEXT).pairs();
        for (var text : List.of(TEXT, MARK + TEXT)) {
            var encoded = text.getBytes(Charset.forName(name));
            assertThat(Imported.of(OPTIONS, encoded).pairs()).isEqualTo(pairs);
            assertThat(Imported.of(OPTIONS, gzip(encoded)).pairs()).isEqualTo(pairs);
        }
    }

    @Test
    void a_byte_order_mark_belongs_to_no_array_and_to_no_column() {
        var pairs = Imported.of(OPTIONS, row("q", "a", "b")).pairs();
        assertThat(Imported.of(OPTIONS, MARK + "[" + row("q", "a", "b") + "]").pairs())
                .isEqualTo(pairs);
        assertThat(Imported.of(OPTIONS, MARK + "prompt,chosen,rejected", "q,a,b")
                        .pairs())
                .isEqualTo(pairs);
    }

    @Test
    void half_a_surrogate_pair_in_utf_16_is_one_bad_row() {
        var broken = TEXT.replace("\uDE00", "");
        var encoded = join(new byte[] {(byte) 0xFE, (byte) 0xFF}, utf16(broken));
        assertThat(Imported.of(LENIENT, encoded).report().defects())
                .containsExactly(new Defect(
                        Place.ofLine(1),
                        "",
                        "text in UTF-8",
                        "byte 0xED as byte 18 of the row",
                        DefectKind.INVALID_UTF8));
    }

    /** As Java would, but for halves of pairs, which it replaces. */
    private static byte[] utf16(String text) {
        var bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) (text.charAt(i) >> 8);
            bytes[2 * i + 1] = (byte) text.charAt(i);
        }
        return bytes;
    }

    @Test
    void a_number_beyond_unicode_in_utf_32_is_one_bad_row() {
        var encoded = TEXT.getBytes(Charset.forName("UTF-32LE"));
        encoded[4 * TEXT.indexOf('?') + 3] = 0x7F;
        assertThat(Imported.of(LENIENT, encoded).report().defectCounts()).containsOnlyKeys(DefectKind.INVALID_UTF8);
    }

    @Test
    void text_that_ends_within_a_character_is_refused() {
        var encoded = TEXT.getBytes(StandardCharsets.UTF_16);
        assertThat(refusal(OPTIONS, Arrays.copyOf(encoded, encoded.length - 1)))
                .hasMessage("file is text in UTF-16 that ends within a character; accepted is a complete text");
    }

    @Test
    void a_file_in_another_encoding_is_rejected_with_the_byte_at_fault() {
        var latin = row("où", "a", "b").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Imported.of(OPTIONS, latin))
                .isInstanceOf(RejectedDataException.class)
                .hasMessageEndingWith("line 1: expected text in UTF-8, found byte 0xF9 as byte 14 of the row");
    }

    @Test
    void one_line_that_is_not_utf8_is_one_bad_row() {
        var bad = join(bytes(rows(50)), new byte[] {'\n', '{', (byte) 0xC0, (byte) 0x80, '}'});
        assertThat(Imported.of(LENIENT, bad).report().defects())
                .containsExactly(new Defect(
                        Place.ofLine(51),
                        "",
                        "text in UTF-8",
                        "byte 0xC0 as byte 2 of the row",
                        DefectKind.INVALID_UTF8));
    }
}
