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
final class PromptSignature {

    static final int BINS = 24;

    private static final int SHORT = 60;
    private static final int PIECE = 8;
    private static final long BASE = 0x9E3779B97F4A7C15L;
    private static final long LEAVING = power(BASE, PIECE);

    private static final int[] ASCII =
            IntStream.range(0, 128).map(PromptSignature::told).toArray();

    private PromptSignature() {}

    static int[] of(List<Message> prompt) {
        var bins = new long[BINS];
        Arrays.fill(bins, Long.MAX_VALUE);
        var window = new int[PIECE];
        long piece = 0;
        long whole = 0;
        int read = 0;
        for (var message : prompt) {
            var text = message.content();
            for (int at = 0; at < text.length(); ) {
                int character = text.codePointAt(at);
                at += Character.charCount(character);
                int lower = letterOrDigit(character);
                if (lower >= 0) {
                    int oldest = window[read % PIECE];
                    window[read++ % PIECE] = lower;
                    piece = piece * BASE + lower - oldest * LEAVING;
                    whole = whole * BASE + lower;
                    take(bins, piece);
                }
            }
        }
        return read < SHORT ? alike(whole) : filled(bins);
    }

    /** Lower case of a letter or digit, -1 for anything else. */
    private static int letterOrDigit(int character) {
        return character < ASCII.length ? ASCII[character] : told(character);
    }

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
