package io.kernelign.data.index;

import io.kernelign.data.text.Text;
import io.kernelign.data.text.Utf8;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The letters and digits of texts, eight bits of the lower case of each, one after the other. */
final class Letters {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int ASCII = 1 << 7;

    /** What is told of the characters below: alphabets and punctuation, but no ideographs. */
    private static final int TABLED = 0x3000;

    private static final short[] TOLD = new short[TABLED];

    static {
        for (int character = 0; character < TABLED; character++) {
            TOLD[character] = (short) told(character);
        }
    }

    /** Behind as many zeros as are before the first letter in its piece. */
    private final byte[] letters;

    private int end = Long.BYTES - 1;

    /** @param most how many there may be */
    Letters(int most) {
        this.letters = new byte[Long.BYTES + most];
    }

    /** Without a branch that nobody can foretell: what is no letter is overwritten by the next. */
    void add(Text text) {
        var utf8 = text.array();
        int last = text.end();
        var target = letters;
        int next = end;
        for (int at = text.begin(); at < last; ) {
            int letter;
            if (utf8[at] >= 0) {
                letter = TOLD[utf8[at++]];
            } else {
                int character = Utf8.characterAt(utf8, at);
                at += Utf8.length(character);
                letter = character < TABLED ? TOLD[character] : told(character);
            }
            target[next] = (byte) letter;
            next += 1 + (letter >> Integer.SIZE - 1);
        }
        end = next;
    }

    int count() {
        return end - (Long.BYTES - 1);
    }

    /** A letter, from 0 to 255. */
    int at(int index) {
        return letters[Long.BYTES - 1 + index] & 0xFF;
    }

    /** Eight letters up to that one, one in each byte; zeros before the first. */
    long upTo(int index) {
        return (long) LONGS.get(letters, index);
    }

    /** -1 for what is neither letter nor digit. */
    private static int told(int character) {
        if (!Character.isLetterOrDigit(character)) {
            return -1;
        }
        int lower = Character.toLowerCase(character);
        return (lower < ASCII ? lower : (int) PromptSignature.mix(lower)) & 0xFF;
    }
}
