package io.kernelign.benchmarks.mutations;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a reader of preference data may stumble over. */
final class Hostile {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 90;
    private static final int LONGEST_TEXT = 300_000;
    private static final int RARELY = 5_000;

    /** Pieces of texts: what ends or begins something in one of the layouts, and characters that are hard to handle. */
    private static final List<String> PIECES = List.of(
            "",
            " ",
            "\t",
            "\r",
            "\n",
            "\n\n",
            "\0",
            "\ud800",
            "\udc00",
            "\udc00\ud800",
            "\ufeff",
            "\ufffe",
            "\u2028",
            "\u00a0",
            "\u0085",
            "\u001a",
            "\ud83d\ude00",
            "e\u0301\u0301\u0301",
            "\u202e",
            "\n\nHuman: ",
            "\n\nHuman:",
            "\n\nAssistant: ",
            "\n\nAssistant:",
            "Human: ",
            "HUMAN: ",
            "ASSISTANT: ",
            "Assistant:Human:",
            "<extra_id_1>User\n",
            "<extra_id_1>Assistant\n",
            "<extra_id_1>",
            "[\"a\"]",
            "[",
            "]",
            "{\"role\": \"user\"}",
            "\"",
            "\"\"",
            "\",\"",
            "\\",
            "\\u",
            "user",
            "assistant",
            "system",
            "developer",
            "tool",
            "human",
            "gpt",
            "model_a",
            "model_b",
            "tie",
            "tie (bothbad)",
            "train",
            "test",
            "0",
            "1",
            "2",
            "1.5",
            "-1",
            "NaN",
            "null",
            "PAR1");

    private static final List<JsonNode> VALUES = Stream.of(
                    "null",
                    "true",
                    "false",
                    "0",
                    "-0.0",
                    "1",
                    "-1",
                    "2",
                    "7",
                    "1.5",
                    "1e308",
                    "-1e308",
                    "1e-400",
                    "2147483648",
                    "9223372036854775808",
                    "[]",
                    "{}",
                    "[[]]",
                    "[{}]",
                    "[null]",
                    "\"\"",
                    "\" \"",
                    "\"a\"",
                    "{\"role\": \"user\", \"content\": \"a\"}",
                    "{\"from\": \"gpt\", \"value\": \"a\"}",
                    "[{\"role\": \"assistant\", \"content\": \"a\"}]",
                    "[{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"a\"}]}]",
                    "[{\"role\": \"assistant\", \"content\": null, \"tool_calls\": [{}]}]",
                    "[{\"role\": \"tool\", \"content\": \"a\"}]")
            .map(JsonMapper.shared()::readTree)
            .toList();

    private static final List<JsonNode> NUMBERS = List.of(
            JSON.numberNode(new BigDecimal("1e400")),
            JSON.numberNode(new BigDecimal("1e999999999")),
            JSON.numberNode(new BigDecimal("1e-999999999")),
            JSON.numberNode(BigInteger.TEN.pow(400)),
            JSON.numberNode(BigInteger.TEN.pow(1_100)),
            JSON.numberNode(new BigDecimal("0." + "3".repeat(900))));

    private Hostile() {}

    static String piece(SplittableRandom random) {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    /** A text of a few pieces; now and then one that is long. */
    static String text(SplittableRandom random) {
        if (random.nextInt(RARELY) == 0) {
            return piece(random).repeat(random.nextInt(LONGEST_TEXT));
        }
        var text = new StringBuilder();
        for (int pieces = random.nextInt(6); pieces > 0; pieces--) {
            text.append(piece(random));
        }
        return text.toString();
    }

    static JsonNode value(SplittableRandom random) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> JSON.stringNode(text(random));
            case 3 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            case 4 -> nested(random);
            default -> VALUES.get(random.nextInt(VALUES.size())).deepCopy();
        };
    }

    private static JsonNode nested(SplittableRandom random) {
        JsonNode value = JSON.stringNode("a");
        for (int depth = random.nextInt(DEEPEST); depth > 0; depth--) {
            value = random.nextInt(4) == 0
                    ? JSON.objectNode().set("role", value)
                    : JSON.arrayNode().add(value);
        }
        return value;
    }
}
