package io.kernelign.data.index;

import io.kernelign.data.pair.EncodedTurns;
import io.kernelign.data.rows.Utf8;
import java.util.Arrays;
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

    private long whole;
    private int read;

    private PromptSignature() {
        Arrays.fill(bins, EMPTY);
    }

    /** {@value #BINS} numbers. */
    public static int[] of(EncodedTurns prompt) {
        var signature = new PromptSignature();
        prompt.contents().forEach(signature::add);
        return signature.read < SHORT ? alike(signature.whole) : filled(signature.bins);
    }

    private void add(byte[] utf8) {
        readFirst(utf8);
        piece = take(bins, piece, utf8);
    }

    /** Reads the letters that tell short prompts apart. */
    private void readFirst(byte[] utf8) {
        int at = 0;
        while (at < utf8.length && read < SHORT) {
            int character = Utf8.characterAt(utf8, at);
            at += Utf8.length(character);
            int letter = letter(character);
            if (letter >= 0) {
                whole = whole * BASE + letter;
                read++;
            }
        }
    }

    /** Without a branch that nobody can foretell: what is no letter takes the same piece once more. */
    private static long take(int[] bins, long before, byte[] utf8) {
        long last = before;
        int at = 0;
        while (at < utf8.length) {
            int letter;
            if (utf8[at] >= 0) {
                letter = ASCII[utf8[at++]];
            } else {
                int character = Utf8.characterAt(utf8, at);
                at += Utf8.length(character);
                letter = told(character);
            }
            long isLetter = ~(letter >> 31);
            last = last & ~isLetter | (last << Byte.SIZE | letter) & isLetter;
            take(bins, last);
        }
        return last;
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
