package io.kernelign.data.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.text.TextNode;
import io.kernelign.data.text.Utf8;
import io.kernelign.property.Draw;
import io.kernelign.property.Property;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** It reads what Jackson reads, or gives up. */
class PlainJsonTest {

    private static final int NESTING = 8;
    private static final List<String> REAL_FILES = List.of(
            "hh-rlhf/harmless-base",
            "orca/native",
            "orca/openai-layout",
            "ultrafeedback/h4-messages",
            "ultrafeedback/trl-flat");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JACKSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(NESTING)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final List<String> PIECES = List.of(
            "a",
            "word ",
            "é",
            "€",
            "\uD83D\uDE00",
            "\\n",
            "\\t",
            "\\\"",
            "\\\\",
            "\\/",
            "\\b\\f\\r",
            "\\u00e9",
            "\\u20AC",
            "\\ud83d\\ude00",
            "\\u0000",
            "\u007f",
            "a longer piece of plain text ");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "7",
            "-12",
            "2147483647",
            "2147483648",
            "-2147483649",
            "999999999999999999",
            "0.5",
            "-0.0",
            "3.25",
            "0.1",
            "123456789.123456789");
    private static final List<String> BLANKS = List.of("", "", "", " ", "\t\r\n  ");
    private static final byte[] MUTATIONS = "{}[]\",:\\0-.eEun \n\u0001\u00ff".getBytes(StandardCharsets.ISO_8859_1);

    private static JsonNode jackson(byte[] json) {
        try {
            return JACKSON.readTree(json);
        } catch (JacksonException e) {
            return null;
        }
    }

    /** What it reads, with Jackson's own nodes for texts; {@code null} where it gives up. */
    private static JsonNode plain(byte[] json) {
        return withStrings(PlainJson.read(json, NESTING));
    }

    private static JsonNode withStrings(JsonNode node) {
        if (node instanceof TextNode) {
            return NODES.stringNode(node.stringValue());
        }
        if (node instanceof ArrayNode array) {
            return NODES.arrayNode()
                    .addAll(array.valueStream().map(PlainJsonTest::withStrings).toList());
        }
        if (node instanceof ObjectNode object) {
            var copy = NODES.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), withStrings(field.getValue())));
            return copy;
        }
        return node;
    }

    private static byte[] mutated(Draw draw, byte[] json) {
        var bytes = json.clone();
        for (int i = draw.integer(1, 3); i > 0; i--) {
            bytes[draw.integer(0, bytes.length - 1)] = MUTATIONS[draw.integer(0, MUTATIONS.length - 1)];
        }
        return bytes;
    }

    private static void assertAsJacksonOrNotAtAll(byte[] bytes) {
        var plain = isUtf8(bytes) ? plain(bytes) : null;
        if (plain != null) {
            assertThat(plain).isEqualTo(jackson(bytes));
        }
    }

    private static List<byte[]> realRows() {
        var folder = Path.of(System.getProperty("kernelign.shared"), "data", "preferences");
        return REAL_FILES.stream()
                .flatMap(name -> lines(folder.resolve(name + ".jsonl.gz")))
                .toList();
    }

    private static Stream<byte[]> lines(Path file) {
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return in.lines().map(line -> line.getBytes(StandardCharsets.UTF_8)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Draw draw) {
        return draw.list(draw.integer(0, 6), () -> draw.choice(PIECES)).stream()
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static String value(Draw draw, int level) {
        int kind = draw.integer(0, level > 3 ? 4 : 8);
        return draw.choice(BLANKS)
                + switch (kind) {
                    case 0, 1, 2 -> text(draw);
                    case 3 -> draw.choice(NUMBERS);
                    case 4 -> draw.choice(List.of("true", "false", "null"));
                    case 5, 6 ->
                        draw.list(draw.integer(0, 3), () -> value(draw, level + 1)).stream()
                                .collect(Collectors.joining(",", "[", "]"));
                    default -> object(draw, level + 1);
                }
                + draw.choice(BLANKS);
    }

    private static String object(Draw draw, int level) {
        var fields = new StringBuilder();
        int count = draw.integer(0, 4);
        for (int i = 0; i < count; i++) {
            fields.append(i == 0 ? "" : ",")
                    .append(draw.choice(BLANKS))
                    .append("\"key")
                    .append(i)
                    .append('"')
                    .append(draw.choice(BLANKS))
                    .append(':')
                    .append(value(draw, level));
        }
        return "{" + fields + draw.choice(BLANKS) + "}";
    }

    @Test
    void whatever_is_plain_is_read_and_as_jackson_reads_it() {
        Property.forAll(draw -> object(draw, 0), json -> {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            assertThat(plain(bytes)).isNotNull().isEqualTo(jackson(bytes));
        });
    }

    @Test
    void what_was_mutated_is_read_as_jackson_reads_it_or_not_at_all() {
        Property.forAll(
                20_000,
                draw -> mutated(draw, object(draw, 0).getBytes(StandardCharsets.UTF_8)),
                PlainJsonTest::assertAsJacksonOrNotAtAll);
    }

    @Test
    @Tag("shared")
    void real_rows_are_read_as_jackson_reads_them() {
        var rows = realRows();
        assertThat(rows)
                .hasSizeGreaterThan(500)
                .allSatisfy(row -> assertThat(plain(row)).isNotNull().isEqualTo(jackson(row)));
    }

    @Test
    @Tag("shared")
    void mutated_real_rows_are_read_as_jackson_reads_them_or_not_at_all() {
        var rows = realRows();
        Property.forAll(5_000, draw -> mutated(draw, draw.choice(rows)), PlainJsonTest::assertAsJacksonOrNotAtAll);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            Utf8.require(bytes);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}x",
                "{\"a\":1,}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1e5}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":-}",
                "{\"a\":9999999999999999999}",
                "{\"a\":\"\\ud83d\"}",
                "{\"a\":\"\\ud83d\\u0041\"}",
                "{\"a\":\"\\ude00\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"line\nfeed\"}",
                "{\"a\":\"no end}",
                "{\"a\":\"no end\\",
                "{\"a\":tru}",
                "{\"a\":0.1234567890123456789012345678901234567890}",
                "{\"a\":[[[[[[[[0]]]]]]]]}"
            })
    void what_is_not_plain_is_left_to_jackson(String json) {
        assertThat(PlainJson.read(json.getBytes(StandardCharsets.UTF_8), NESTING))
                .isNull();
    }

    @Test
    void a_text_ends_anywhere_in_eight_bytes() {
        for (int i = 0; i < 24; i++) {
            var text = "x".repeat(i);
            var json = "{\"" + text + "\":\"" + text + "\\n" + text + "\"}";
            assertThat(PlainJson.read(json.getBytes(StandardCharsets.UTF_8), NESTING)
                            .get(text)
                            .stringValue())
                    .isEqualTo(text + "\n" + text);
        }
    }
}
