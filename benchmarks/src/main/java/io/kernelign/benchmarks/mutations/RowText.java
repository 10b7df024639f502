package io.kernelign.benchmarks.mutations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.SplittableRandom;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rows as bytes of JSON, and of what no longer is. */
final class RowText {

    private static final JsonMapper PLAIN = JsonMapper.shared();
    /** The only one that can write half a surrogate pair. */
    private static final JsonMapper ESCAPED =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final int MOST_CHANGES = 3;
    private static final int DEEPEST = 3_000;

    private RowText() {}

    static byte[] whole(ObjectNode row, SplittableRandom random) {
        var json = (random.nextBoolean() ? ESCAPED : PLAIN).writeValueAsString(row);
        return (random.nextInt(32) == 0 ? withFieldTwice(json, random) : json).getBytes(UTF_8);
    }

    /** Often with changed bytes, now and then nested without sense. */
    static byte[] changed(ObjectNode row, SplittableRandom random) {
        var json = whole(row, random);
        if (random.nextInt(500) == 0) {
            return nested(json, random.nextInt(DEEPEST), random.nextBoolean());
        }
        if (random.nextInt(4) == 0) {
            for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
                json = ByteMutator.change(json, json, random);
            }
        }
        return json;
    }

    private static String withFieldTwice(String json, SplittableRandom random) {
        int end = json.indexOf(':');
        return end < 0 ? json : json.substring(0, end) + ":" + random.nextInt(3) + "," + json.substring(1);
    }

    private static byte[] nested(byte[] json, int depth, boolean inLists) {
        return ((inLists ? "[" : "{\"a\":").repeat(depth)
                        + new String(json, UTF_8)
                        + (inLists ? "]" : "}").repeat(depth))
                .getBytes(UTF_8);
    }
}
