package io.kernelign.data.index;

import io.kernelign.data.pair.Message;
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
    private static final int PIECE = 8;
    private static final long BASE = 0x9E3779B97F4A7C15L;
    private static final long LEAVING = power(BASE, PIECE);

    private static final int[] ASCII =
            IntStream.range(0, 128).map(PromptSignature::told).toArray();

    /** The smallest hash in each bin. */
    private final long[] bins = new long[BINS];

    private int[] last = new int[PIECE];
    private long piece;
    private long whole;
    private int read;

    private PromptSignature() {
        Arrays.fill(bins, Long.MAX_VALUE);
    }

    /** {@value #BINS} numbers. */
    public static int[] of(List<Message> prompt) {
        var signature = new PromptSignature();
        prompt.forEach(turn -> signature.add(turn.content()));
        return signature.read < SHORT ? alike(signature.whole) : filled(signature.bins);
    }

    private void add(String text) {
        var letters = Arrays.copyOf(last, PIECE + text.length());
        int end = addLetters(text.toCharArray(), letters);
        long hash = piece;
        for (int i = PIECE; i < end; i++) {
            hash = hash * BASE + letters[i] - letters[i - PIECE] * LEAVING;
            take(bins, hash);
        }
        piece = hash;
        for (int i = PIECE; i < end && read < SHORT; i++, read++) {
            whole = whole * BASE + letters[i];
        }
        last = Arrays.copyOfRange(letters, end - PIECE, end);
    }

    /** Adds all letters and digits, in lower case, behind the last ones; where they end. */
    private static int addLetters(char[] text, int[] letters) {
        int end = PIECE;
        for (int at = 0; at < text.length; at++) {
            int letter;
            if (text[at] < ASCII.length) {
                letter = ASCII[text[at]];
            } else {
                int character = Character.codePointAt(text, at);
                at += Character.charCount(character) - 1;
                letter = told(character);
            }
            // Without a branch that nobody can foretell: what is no letter is written over.
            letters[end] = letter;
            end += letter >>> 31 ^ 1;
        }
        return end;
    }

    /** Lower case of a letter or digit, -1 for anything else. */
    private static int told(int character) {
        return Character.isLetterOrDigit(character) ? Character.toLowerCase(character) : -1;
    }

    private static int[] alike(long whole) {
        var values = new int[BINS];
        for (int i = 0; i < BINS; i++) {
            values[i] = (int) mix(whole + i * BASE);
        }
        return values;
    }

    /** In how many bins two signatures agree. */
    static int agreement(int[] one, int[] other) {
        int equal = 0;
        for (int i = 0; i < BINS; i++) {
            equal += one[i] == other[i] ? 1 : 0;
        }
        return equal;
    }

    private static void take(long[] bins, long hash) {
        long mixed = mix(hash);
        int bin = (int) ((mixed >>> 32) * BINS >>> 32);
        bins[bin] = Math.min(bins[bin], mixed & 0xFFFF_FFFFL);
    }

    /** Each empty bin takes the value of the next one that is not, marked with the distance. */
    private static int[] filled(long[] bins) {
        var values = new int[BINS];
        for (int i = 0; i < BINS; i++) {
            int distance = 0;
            while (bins[(i + distance) % BINS] == Long.MAX_VALUE) {
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

    private static long power(long base, int exponent) {
        long result = 1;
        for (int i = 0; i < exponent; i++) {
            result *= base;
        }
        return result;
    }
}
