package io.kernelign.data.rows;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 without mercy: nothing is replaced. */
public final class Utf8 {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080808080808080L;
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /**
     * @param field path of the field that holds the text; empty for the row as a whole
     * @throws BadRowException it is not UTF-8; says which byte of row or value
     */
    public static String decode(byte[] bytes, String field) {
        // By far the fastest way in Java, which puts a replacement where something is wrong.
        var text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : decodeStrictly(bytes, field);
    }

    /** Only checks; throws as {@link #decode}. */
    static void require(byte[] bytes) {
        if (!isAscii(bytes)) {
            decode(bytes, "");
        }
    }

    private static boolean isAscii(byte[] bytes) {
        int whole = bytes.length & -Long.BYTES;
        for (int i = 0; i < whole; i += Long.BYTES) {
            if (((long) LONGS.get(bytes, i) & NOT_ASCII) != 0) {
                return false;
            }
        }
        for (int i = whole; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static String decodeStrictly(byte[] bytes, String field) {
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
