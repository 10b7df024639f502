package io.kernelign.data.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.defect.BadRowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Utf8Test {

    private static final byte[] FURTHER = {'a', (byte) 0x80, (byte) 0xBF, (byte) 0xC0};

    @Test
    void what_is_utf8_is_what_the_platform_decodes() {
        for (int two = 0; two < 1 << 16; two++) {
            for (byte third : FURTHER) {
                for (byte fourth : FURTHER) {
                    byte[] bytes = {'a', (byte) (two >> 8), (byte) two, third, fourth};
                    if (isAccepted(bytes) != isDecoded(bytes)) {
                        throw new AssertionError(HexFormat.of().formatHex(bytes));
                    }
                }
            }
        }
    }

    @Test
    void a_character_that_breaks_off_is_none() {
        byte[] euro = "12345678\u20ac".getBytes(StandardCharsets.UTF_8);
        assertThat(isAccepted(euro)).isTrue();
        assertThat(isAccepted(Arrays.copyOf(euro, euro.length - 1))).isFalse();
    }

    private static boolean isAccepted(byte[] bytes) {
        try {
            Utf8.require(bytes);
            return true;
        } catch (BadRowException e) {
            return false;
        }
    }

    private static boolean isDecoded(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
