package io.kernelign.data.rows;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 without mercy: nothing is replaced. */
final class Utf8 {

    private Utf8() {}

    static String decode(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
        } catch (CharacterCodingException e) {
            int at = in.position();
            var found = String.format("byte 0x%02X as byte %d of the row", bytes[at], at + 1);
            throw new BadRowException(DefectKind.INVALID_UTF8, "", "text in UTF-8", found);
        }
    }
}
