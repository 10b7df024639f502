package io.kernelign.data.rows;

import java.nio.charset.StandardCharsets;

/** Bytes by which a kind of file is known, and where they stand. */
record Magic(int offset, byte[] bytes) {

    static Magic of(int... bytes) {
        var magic = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            magic[i] = (byte) bytes[i];
        }
        return new Magic(0, magic);
    }

    static Magic of(String text) {
        return new Magic(0, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Magic at(int place) {
        return new Magic(place, bytes);
    }

    int length() {
        return bytes.length;
    }

    boolean marks(byte[] head) {
        if (head.length < offset + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (head[offset + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
