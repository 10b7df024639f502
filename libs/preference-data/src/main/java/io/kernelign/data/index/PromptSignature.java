package io.kernelign.data.index;

import io.kernelign.data.pair.Turn;
import io.kernelign.data.text.Text;
import io.kernelign.data.text.Utf8;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One-permutation MinHash of a prompt's text (Li, Owen and Zhang 2012; empty bins filled from the next as by Shrivastava
 * and Li 2014): {@value #BINS} numbers, of which two prompts share about the share of 8-character pieces that they have in
 * common. Only letters and digits count, and not their case. Of a prompt of fewer than {@value #SHORT} of them every bin
 * stands for the whole: there one other word asks another question.
 */
public final class PromptSignature {

    static final int BINS = 24;

    private static final int SHORT = 60;
    private static final int EMPTY = Integer.MAX_VALUE;
    private static final long BASE = 0x9E3779B97F4A7C15L;

    private static final int LETTERS = 128;
    private static final int[] ASCII =
            IntStream.range(0, LETTERS).map(PromptSignature::told).toArray();

    /** The smallest hash in each bin. */
    private final int[] bins = new int[BINS];

    /** The last eight letters, one in each byte. */
    private long piece;

    private int letters;

    private PromptSignature() {
        Arrays.fill(bins, EMPTY);
    }

    /** {@value #BINS} numbers. */
    public static int[] of(List<Turn> prompt) {
        var signature = new PromptSignature();
        for (var turn : prompt) {
            signature.take(turn.content());
        }
        return signature.letters < SHORT ? alike(whole(prompt)) : filled(signature.bins);
    }

    /** Without a branch that nobody can foretell: what is no letter takes the same piece once more. */
    private void take(Text text) {
        var utf8 = text.array();
        int end = text.end();
        var smallest = bins;
        long last = piece;
        int read = 0;
        int at = text.begin();
        while (at < end) {
            int letter;
            if (utf8[at] >= 0) {
                letter = ASCII[utf8[at++]];
            } else {
                int character = Utf8.characterAt(utf8, at);
                at += Utf8.length(character);
                letter = told(character);
            }
            int isOther = letter >> Integer.SIZE - 1;
            read += 1 + isOther;
            last = last & isOther | (last << Byte.SIZE | letter) & ~isOther;
            take(smallest, last);
        }
        piece = last;
        letters += read;
    }

    /** All letters, which tell short prompts apart. */
    private static long whole(List<Turn> prompt) {
        long whole = 0;
        for (var turn : prompt) {
            var text = turn.content();
            for (int at = text.begin(); at < text.end(); ) {
                int character = Utf8.characterAt(text.array(), at);
                at += Utf8.length(character);
                int letter = letter(character);
                whole = letter < 0 ? whole : whole * BASE + letter;
            }
        }
        return whole;
    }

    private static void take(int[] bins, long piece) {
        long hash = (piece ^ piece >>> 29) * BASE;
        int bin = (int) ((hash >>> 32) * BINS >>> 32);
        bins[bin] = Math.min(bins[bin], (int) (hash >>> 33));
    }

    /** Eight bits of the lower case of a letter or digit, -1 for anything else. */
    private static int letter(int character) {
        return character < LETTERS ? ASCII[character] : told(character);
    }

    private static int told(int character) {
        if (!Character.isLetterOrDigit(character)) {
            return -1;
        }
        int lower = Character.toLowerCase(character);
        return (lower < LETTERS ? lower : (int) mix(lower)) & 0xFF;
    }

    private static int[] alike(long whole) {
        var values = new int[BINS];
        for (int i = 0; i < BINS; i++) {
            values[i] = (int) mix(whole + i * BASE);
        }
        return values;
    }

    /** Each empty bin takes the value of the next one that is not, marked with the distance. */
    private static int[] filled(int[] bins) {
        var values = new int[BINS];
        for (int i = 0; i < BINS; i++) {
            int distance = 0;
            while (bins[(i + distance) % BINS] == EMPTY) {
                distance++;
            }
            values[i] = (int) mix(bins[(i + distance) % BINS] + distance * BASE);
        }
        return values;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
