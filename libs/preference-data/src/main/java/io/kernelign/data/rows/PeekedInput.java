package io.kernelign.data.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Looks at the next bytes without consuming them. */
final class PeekedInput extends PushbackInputStream {

    private static final int LONGEST_MAGIC = 4;

    PeekedInput(InputStream in) {
        super(in, LONGEST_MAGIC);
    }

    boolean startsWith(int... magic) throws IOException {
        var head = readNBytes(magic.length);
        unread(head);
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * At least 1 unless the end is reached. {@link java.util.zip.GZIPInputStream} decides by this number whether another
     * member follows, and a network stream that answers 0 between packets would end the data there.
     */
    @Override
    public int available() throws IOException {
        int next = read();
        if (next < 0) {
            return 0;
        }
        unread(next);
        return Math.max(1, super.available());
    }
}
