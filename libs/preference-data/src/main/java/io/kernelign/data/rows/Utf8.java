package io.kernelign.data.rows;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 without mercy: nothing is replaced. */
public final class Utf8 {

    private Utf8() {}

    /**
     * @param field path of the field that holds the text; empty for the row as a whole
     * @throws BadRowException it is not UTF-8; says which byte of row or value
     */
    public static String decode(byte[] bytes, String field) {
        var in = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
        } catch (CharacterCodingException e) {
            int at = in.position();
            var whole = field.isEmpty() ? "row" : "value";
            var found = String.format("byte 0x%02X as byte %d of the %s", bytes[at], at + 1, whole);
            throw new BadRowException(DefectKind.INVALID_UTF8, field, "text in UTF-8", found);
        }
    }
}
