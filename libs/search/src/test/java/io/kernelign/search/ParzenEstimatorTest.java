package io.kernelign.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Held against optuna's ({@code oracles/parzen.py}). */
class ParzenEstimatorTest {

    private static final JsonNode GOLDEN = JsonMapper.shared()
            .readTree(ParzenEstimatorTest.class.getResourceAsStream("/golden/parzen.json"))
            .get("values");

    static Stream<JsonNode> cases() {
        return GOLDEN.get("cases").valueStream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void its_log_density_is_optuna_s(JsonNode it) {
        var space = new Space(it.get("dimensions")
                .valueStream()
                .map(ParzenEstimatorTest::dimension)
                .toList());
        var estimator = ParzenEstimator.of(space, points(it.get("observed")));

        var asked = points(it.get("points"));
        for (int i = 0; i < asked.size(); i++) {
            assertThat(estimator.logDensity(asked.get(i)))
                    .isCloseTo(it.get("logDensity").get(i).asDouble(), within(1e-9));
        }
    }

    private static Dimension dimension(JsonNode json) {
        return json.has("options")
                ? new Choice(json.get("options").asInt())
                : new Range(
                        json.get("from").asDouble(),
                        json.get("to").asDouble(),
                        json.get("log").asBoolean() ? Scale.LOG : Scale.LINEAR,
                        json.get("whole").asBoolean());
    }

    private static List<Point> points(JsonNode rows) {
        return rows.valueStream()
                .map(row -> new Point(row.valueStream().map(JsonNode::asDouble).toList()))
                .toList();
    }

    @Test
    void as_many_trials_count_as_the_best_as_optuna_takes() {
        for (var pair : GOLDEN.get("best")) {
            assertThat(ParzenSearch.best(pair.get(0).asInt()))
                    .isEqualTo(pair.get(1).asInt());
        }
    }

    @Test
    void points_are_drawn_as_often_as_its_density_says() {
        var space = new Space(List.of(new Choice(3), new Range(1, 8, Scale.LOG, true)));
        var estimator = ParzenEstimator.of(space, List.of(new Point(List.of(1.0, 2.0)), new Point(List.of(2.0, 7.0))));
        var draws = new Draws(3, 0);
        int drawn = 40_000;
        var points = Stream.generate(() -> estimator.draw(draws)).limit(drawn).toList();

        double whole = 0;
        for (var point : IntStream.range(0, 24)
                .mapToObj(i -> new Point(List.of((double) (i % 3), 1.0 + i / 3)))
                .toList()) {
            double expected = Math.exp(estimator.logDensity(point));
            double share = (double) points.stream().filter(point::equals).count() / drawn;
            assertThat(share).isCloseTo(expected, within(4 * Math.sqrt(expected / drawn)));
            whole += expected;
        }
        assertThat(whole).isCloseTo(1, within(1e-9));
    }
}
