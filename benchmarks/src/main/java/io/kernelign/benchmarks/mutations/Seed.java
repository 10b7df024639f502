package io.kernelign.benchmarks.mutations;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kernelign.data.layout.Layouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Good rows of a layout, which mutations start from.
 *
 * @param parquet the same rows in a file
 */
record Seed(String layout, List<ObjectNode> rows, byte[] parquet) {

    /** One of every layout: two files each below {@code mutations/}. */
    static List<Seed> corpus() {
        return Layouts.names().stream().map(Seed::read).toList();
    }

    private static Seed read(String layout) {
        var rows = new String(resource(layout + ".jsonl"), UTF_8)
                .lines()
                .map(line -> (ObjectNode) JsonMapper.shared().readTree(line))
                .toList();
        return new Seed(layout, rows, resource(layout + ".parquet"));
    }

    private static byte[] resource(String name) {
        try (var in = Seed.class.getResourceAsStream("/mutations/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode row(SplittableRandom random) {
        return rows.get(random.nextInt(rows.size()));
    }
}
