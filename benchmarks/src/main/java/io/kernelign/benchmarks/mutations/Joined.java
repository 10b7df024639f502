package io.kernelign.benchmarks.mutations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows as files of text. */
final class Joined {

    private static final List<String> BETWEEN = List.of("\n", "\n", "\n", "\r\n", "\n\n", "\n \t\n");
    /** One value in so many is not quoted as it should be. */
    private static final int BADLY_QUOTED = 200;

    private Joined() {}

    static byte[] lines(Stream<byte[]> rows, SplittableRandom random) {
        var file = new ByteArrayOutputStream();
        rows.forEach(row -> {
            file.writeBytes(row);
            file.writeBytes(BETWEEN.get(random.nextInt(BETWEEN.size())).getBytes(UTF_8));
        });
        return file.toByteArray();
    }

    static byte[] array(Stream<byte[]> rows, SplittableRandom random) {
        var file = new ByteArrayOutputStream();
        rows.forEach(row -> {
            file.writeBytes((file.size() == 0 ? "[" : random.nextBoolean() ? "," : " ,\n").getBytes(UTF_8));
            file.writeBytes(row);
        });
        file.write(']');
        return file.toByteArray();
    }

    static byte[] csv(Collection<String> columns, Stream<ObjectNode> rows, SplittableRandom random) {
        var file = new StringBuilder(columns.stream().map(Joined::quoted).collect(Collectors.joining(",")));
        rows.forEach(row -> {
            file.append('\n');
            file.append(columns.stream()
                    .map(column -> value(text(row.get(column)), random))
                    .collect(Collectors.joining(",")));
            if (random.nextInt(BADLY_QUOTED) == 0) {
                file.append(",one more");
            }
        });
        return file.toString().getBytes(UTF_8);
    }

    private static String text(JsonNode value) {
        if (value == null) {
            return "";
        }
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static String value(String text, SplittableRandom random) {
        if (random.nextInt(BADLY_QUOTED) == 0) {
            return quoted(text) + Hostile.piece(random).replace("\"", "");
        }
        return random.nextBoolean() && text.chars().noneMatch(letter -> "\",\r\n".indexOf(letter) >= 0)
                ? text
                : quoted(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
