package io.kernelign.data.index;

import io.kernelign.data.pair.Turn;
import java.util.Arrays;
import java.util.List;

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
    static final long BASE = 0x9E3779B97F4A7C15L;

    private PromptSignature() {}

    /** {@value #BINS} numbers. */
    public static int[] of(List<Turn> prompt) {
        int most = 0;
        for (var turn : prompt) {
            most += turn.content().length();
        }
        var letters = new Letters(most);
        for (var turn : prompt) {
            letters.add(turn.content());
        }
        return letters.count() < SHORT ? alike(letters) : filled(smallest(letters));
    }

    /** The smallest hash of a piece in each bin. */
    private static int[] smallest(Letters letters) {
        var bins = new int[BINS];
        Arrays.fill(bins, EMPTY);
        for (int i = 0; i < letters.count(); i++) {
            long piece = letters.upTo(i);
            long hash = (piece ^ piece >>> 29) * BASE;
            int bin = (int) ((hash >>> 32) * BINS >>> 32);
            bins[bin] = Math.min(bins[bin], (int) (hash >>> 33));
        }
        return bins;
    }

    private static int[] alike(Letters letters) {
        long whole = 0;
        for (int i = 0; i < letters.count(); i++) {
            whole = whole * BASE + letters.at(i);
        }
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
