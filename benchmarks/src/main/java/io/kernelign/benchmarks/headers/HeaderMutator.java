package io.kernelign.benchmarks.headers;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Makes files of hostile headers from a corpus. A case is named by its number alone and is the same in every run: a few
 * tokens of a good header are changed, now and then some bytes of what came out, and sometimes the length that stands
 * before it or the size of the file.
 */
final class HeaderMutator {

    private static final byte[] MARKS = "{}[]\",:0123456789-+.eE\\u \n\0".getBytes(StandardCharsets.US_ASCII);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,17}");
    private static final Pattern TEXT = Pattern.compile("\".*\"", Pattern.DOTALL);

    private final List<HeaderSeed> seeds;

    HeaderMutator(List<HeaderSeed> seeds) {
        this.seeds = seeds;
    }

    HeaderFile mutate(long number) {
        var random = new SplittableRandom(number);
        var seed = seed(random);
        var tokens = new ArrayList<>(seed.tokens());
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            change(tokens, random);
        }
        var json = String.join("", tokens).getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(4) == 0) {
            json = changed(json, random);
        }
        return framed(json, seed.dataLength(), random);
    }

    private HeaderSeed seed(SplittableRandom random) {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private void change(List<String> tokens, SplittableRandom random) {
        if (tokens.isEmpty()) {
            return;
        }
        int at = random.nextInt(tokens.size());
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> nudgeNumber(tokens, random);
            case 6, 7, 8 -> replaceLikeByLike(tokens, random);
            case 9 -> tokens.set(at, any(random));
            case 10 -> tokens.add(at, any(random));
            case 11 -> tokens.remove(at);
            case 12 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
            case 13 -> Collections.swap(tokens, at, random.nextInt(tokens.size()));
            case 14, 15 -> append(tokens, seed(random).tokens());
            case 16, 17 -> tokens.addAll(at, run(seed(random).tokens(), random));
            case 18 ->
                tokens.subList(at, Math.min(tokens.size(), at + random.nextInt(12)))
                        .clear();
            default -> repeat(tokens, random);
        }
    }

    private static String any(SplittableRandom random) {
        return Hostile.TOKENS.get(random.nextInt(Hostile.TOKENS.size()));
    }

    private static List<String> run(List<String> tokens, SplittableRandom random) {
        int from = random.nextInt(tokens.size());
        return tokens.subList(from, Math.min(tokens.size(), from + 1 + random.nextInt(16)));
    }

    /** A number that is nearly right passes more checks than one that is far off. */
    private static void nudgeNumber(List<String> tokens, SplittableRandom random) {
        int at = place(NUMBER, tokens, random);
        if (at >= 0) {
            long factor = random.nextInt(4) > 0 ? 1 : random.nextInt(5);
            int step = random.nextBoolean() ? 4 : 1;
            long number = factor * Long.parseLong(tokens.get(at)) + step * random.nextInt(-4, 5);
            tokens.set(at, String.valueOf(number));
        }
    }

    /** A text by a text, or a number by a number: the JSON stays whole. */
    private static void replaceLikeByLike(List<String> tokens, SplittableRandom random) {
        var kind = random.nextBoolean() ? NUMBER : TEXT;
        var source = random.nextBoolean() ? Hostile.TOKENS : List.copyOf(tokens);
        int at = place(kind, tokens, random);
        int from = place(kind, source, random);
        if (at >= 0 && from >= 0) {
            tokens.set(at, source.get(from));
        }
    }

    /** Somewhere among the tokens of a kind; -1 where none was found. */
    private static int place(Pattern kind, List<String> tokens, SplittableRandom random) {
        for (int tries = 0; tries < 30; tries++) {
            int at = random.nextInt(tokens.size());
            if (kind.matcher(tokens.get(at)).matches()) {
                return at;
            }
        }
        return -1;
    }

    /** All entries of another header behind those of this one. */
    private static void append(List<String> tokens, List<String> other) {
        int end = tokens.lastIndexOf("}");
        int otherEnd = other.lastIndexOf("}");
        if (end > 1 && otherEnd > 1) {
            tokens.addAll(end, other.subList(1, otherEnd));
            tokens.add(end, ",");
        }
    }

    /** Mostly a few times; once in a while until the header is some 100 KB long. */
    private static void repeat(List<String> tokens, SplittableRandom random) {
        var run = List.copyOf(run(tokens, random));
        int times = random.nextInt(1000) == 0 ? 4000 : random.nextInt(20);
        tokens.addAll(
                random.nextInt(tokens.size()),
                Collections.nCopies(times, run).stream().flatMap(List::stream).toList());
    }

    private static byte[] changed(byte[] json, SplittableRandom random) {
        var bytes = json.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes[at] = MARKS[random.nextInt(MARKS.length)];
                default -> bytes = Arrays.copyOf(bytes, at);
            }
        }
        return bytes;
    }

    private static HeaderFile framed(byte[] json, long dataLength, SplittableRandom random) {
        long length = random.nextInt(16) == 0 ? length(json.length, random) : json.length;
        long size = Long.BYTES + json.length + dataLength;
        if (random.nextInt(16) == 0) {
            size = Math.max(0, size + random.nextInt(-12, 13));
        }
        var head = ByteBuffer.allocate(Long.BYTES + json.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(json)
                .array();
        return new HeaderFile(size < head.length ? Arrays.copyOf(head, (int) size) : head, size);
    }

    private static long length(int right, SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> Hostile.LENGTHS.get(random.nextInt(Hostile.LENGTHS.size()));
            case 1 -> right + random.nextInt(-10, 11);
            default -> random.nextLong();
        };
    }
}
