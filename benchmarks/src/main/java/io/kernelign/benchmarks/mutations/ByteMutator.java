package io.kernelign.benchmarks.mutations;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Changes bytes, whatever they mean. */
final class ByteMutator {

    private static final byte[] MARKS = "{}[]\",:\\0123456789-+.eEu \n\r\t\0\u00ef\u00bb\u00bf\u00ff\u00c0\u00ed"
            .getBytes(StandardCharsets.ISO_8859_1);

    private static final int LONGEST_PART = 20;

    private ByteMutator() {}

    /**
     * One change.
     *
     * @param other what a piece may come from
     */
    static byte[] change(byte[] bytes, byte[] other, SplittableRandom random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(1 + random.nextInt(LONGEST_PART)));
        return switch (random.nextInt(8)) {
            case 0 -> changed(bytes, from, (byte) (1 << random.nextInt(8)));
            case 1 -> changed(bytes, from, (byte) (1 + random.nextInt(255)));
            case 2 -> joined(bytes, from, new byte[] {MARKS[random.nextInt(MARKS.length)]}, from);
            case 3 -> joined(bytes, from, new byte[] {MARKS[random.nextInt(MARKS.length)]}, to);
            case 4 -> joined(bytes, from, new byte[0], to);
            case 5 -> joined(bytes, to, Arrays.copyOfRange(bytes, from, to), to);
            case 6 -> joined(bytes, from, part(other, random), to);
            default -> random.nextInt(4) > 0 ? joined(bytes, from, random(to - from, random), to) : cut(bytes, from);
        };
    }

    private static byte[] changed(byte[] bytes, int at, byte bits) {
        var changed = bytes.clone();
        if (at < bytes.length) {
            changed[at] ^= bits;
        }
        return changed;
    }

    private static byte[] cut(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    private static byte[] random(int count, SplittableRandom random) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] part(byte[] bytes, SplittableRandom random) {
        int from = random.nextInt(bytes.length + 1);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(4 * LONGEST_PART)));
    }

    /** The bytes before {@code end}, others, and those from {@code start} on. */
    private static byte[] joined(byte[] bytes, int end, byte[] others, int start) {
        var joined = Arrays.copyOf(bytes, end + others.length + bytes.length - start);
        System.arraycopy(others, 0, joined, end, others.length);
        System.arraycopy(bytes, start, joined, end + others.length, bytes.length - start);
        return joined;
    }
}
