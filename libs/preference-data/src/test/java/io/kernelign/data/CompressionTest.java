package io.kernelign.data;

import static io.kernelign.data.Imported.LENIENT;
import static io.kernelign.data.Imported.OPTIONS;
import static io.kernelign.data.Imported.refusal;
import static io.kernelign.data.Imported.rows;
import static io.kernelign.data.Packed.bytes;
import static io.kernelign.data.Packed.gzip;
import static io.kernelign.data.Packed.join;
import static io.kernelign.data.Packed.zstd;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.rows.Compression;
import io.kernelign.data.rows.Limits;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompressionTest {

    private static final byte[] PLAIN = bytes(rows(50));

    private static Compression compression(Imported imported) {
        return imported.report().files().get(0).compression();
    }

    @Test
    void gzip_and_zstd_are_known_by_their_first_bytes_and_give_the_same_pairs() {
        var plain = Imported.of(OPTIONS, PLAIN);
        var gzip = Imported.of(OPTIONS, gzip(PLAIN));
        var zstd = Imported.of(OPTIONS, zstd(PLAIN));
        assertThat(gzip.pairs()).isEqualTo(plain.pairs()).hasSize(50);
        assertThat(zstd.pairs()).isEqualTo(plain.pairs());
        assertThat(compression(plain)).isEqualTo(Compression.NONE);
        assertThat(compression(gzip)).isEqualTo(Compression.GZIP);
        assertThat(compression(zstd)).isEqualTo(Compression.ZSTD);
    }

    @Test
    void several_members_or_frames_are_read_to_the_end() {
        var more = bytes("", "{}");
        assertThat(Imported.of(LENIENT, join(gzip(PLAIN), gzip(more))).report().rows())
                .isEqualTo(51);
        assertThat(Imported.of(LENIENT, join(zstd(PLAIN), zstd(more))).report().rows())
                .isEqualTo(51);
    }

    @Test
    void zeros_after_the_last_member_of_gzip_are_padding() {
        assertThat(Imported.of(OPTIONS, join(gzip(PLAIN), new byte[512])).pairs())
                .hasSize(50);
    }

    @Test
    void a_gzip_header_may_have_every_field_of_the_standard() {
        var plain = gzip(PLAIN);
        var header = new byte[] {0x1f, (byte) 0x8b, 8, 30, 0, 0, 0, 0, 0, 3, 2, 0, 7, 7, 'n', 0, 'c', 0, 0, 0};
        var full = join(header, Arrays.copyOfRange(plain, 10, plain.length));
        assertThat(Imported.of(OPTIONS, full).pairs()).hasSize(50);
    }

    @Test
    void truncated_gzip_is_an_error_wherever_it_is_cut() {
        var packed = gzip(PLAIN);
        for (int length = 2; length < packed.length; length++) {
            assertThat(refusal(OPTIONS, Arrays.copyOf(packed, length)))
                    .hasMessage("file is gzip data that ends too early, after byte " + length
                            + "; accepted is a complete gzip file");
        }
    }

    @Test
    void truncated_zstd_is_an_error_wherever_it_is_cut() {
        var packed = zstd(PLAIN);
        for (int length = 4; length < packed.length; length++) {
            assertThat(refusal(OPTIONS, Arrays.copyOf(packed, length)))
                    .hasMessageStartingWith(
                            "file is damaged or incomplete zstd data before byte " + (length + 1) + ": ")
                    .hasMessageEndingWith("; accepted is an intact zstd file");
        }
    }

    @Test
    void data_with_any_one_bit_flipped_is_refused_or_gives_the_same_pairs() {
        var pairs = Imported.of(OPTIONS, PLAIN).pairs();
        for (var packed : List.of(gzip(PLAIN), zstd(PLAIN))) {
            for (int i = 0; i < packed.length; i += 3) {
                var damaged = packed.clone();
                damaged[i] ^= (byte) (1 << i % 8);
                try {
                    assertThat(Imported.of(LENIENT, damaged).pairs()).isEqualTo(pairs);
                } catch (UnusableInputException e) {
                    assertThat(e.field()).isEqualTo("file");
                }
            }
        }
    }

    @Test
    void a_wrong_checksum_is_told_with_its_place() {
        var packed = gzip(PLAIN);
        packed[packed.length - 6] ^= 1;
        assertThat(refusal(OPTIONS, packed))
                .hasMessage("file is damaged gzip data near byte " + (packed.length - 4)
                        + ": wrong checksum; accepted is an intact gzip file");
    }

    @Test
    void what_follows_compressed_data_is_refused_with_the_byte_at_which_it_begins() {
        var packed = gzip(PLAIN);
        assertThat(refusal(OPTIONS, join(packed, bytes("hello"))))
                .hasMessage("file is gzip data followed by something else from byte " + (packed.length + 1)
                        + " on; accepted is gzip data only");
        assertThat(refusal(OPTIONS, join(packed, new byte[3], bytes("hello"))))
                .hasMessageContaining("from byte " + (packed.length + 4) + " on");
        assertThat(refusal(OPTIONS, join(zstd(PLAIN), bytes("hello"))))
                .hasMessageStartingWith("file is damaged or incomplete zstd data before byte ");
    }

    @Test
    void compressed_data_within_compressed_data_is_refused() {
        assertThat(refusal(OPTIONS, gzip(zstd(PLAIN))))
                .hasMessage("file is gzip data within which is zstd data;"
                        + " accepted is JSON Lines, a JSON array of objects, CSV or Parquet, each plain, gzip or zstd");
    }

    @Test
    void a_bomb_is_refused_by_its_ratio() {
        var blank = new byte[40 << 20];
        Arrays.fill(blank, (byte) ' ');
        for (var bomb : List.of(gzip(blank), zstd(blank))) {
            assertThat(refusal(OPTIONS, bomb))
                    .hasMessageStartingWith("file is unpacked to ")
                    .hasMessageEndingWith("; accepted is a compression ratio below the limit of 200");
        }
    }

    @Test
    void zstd_that_wants_to_look_back_further_than_128_mib_is_refused() {
        assertThat(Imported.of(OPTIONS, zstdFrame(27)).pairs()).hasSize(50);
        assertThat(refusal(OPTIONS, zstdFrame(28)))
                .hasMessageStartingWith("file is damaged or incomplete zstd data before byte ")
                .hasMessageContaining("Frame requires too much mem");
    }

    /** One frame of one raw block, whose window is 2 to that power. */
    private static byte[] zstdFrame(int windowLog) {
        int block = PLAIN.length << 3 | 1;
        var header = new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, (byte) (windowLog - 10 << 3)};
        return join(header, new byte[] {(byte) block, (byte) (block >> 8), (byte) (block >> 16)}, PLAIN);
    }

    @Test
    void a_file_beyond_the_limit_of_size_is_refused_plain_or_packed() {
        var limits = new Limits(1 << 20, 64, PLAIN.length - 1, 200, 1 << 18);
        var message = "file is larger than the limit; accepted is at most " + (PLAIN.length - 1)
                + " bytes after decompression";
        var enough = new Limits(1 << 20, 64, PLAIN.length, 200, 1 << 18);
        for (var file : List.of(PLAIN, gzip(PLAIN), zstd(PLAIN))) {
            assertThat(refusal(OPTIONS.withLimits(limits), file)).hasMessage(message);
            assertThat(Imported.of(OPTIONS.withLimits(enough), file).pairs()).hasSize(50);
        }
    }
}
