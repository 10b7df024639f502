package io.kernelign.lm.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.lm.json.JsonFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NucleusTest {

    @Test
    void tokens_and_probabilities_are_those_that_transformers_draws_from() {
        for (var c : (List<?>) golden().get("cases")) {
            var expected = (Map<?, ?>) c;
            var nucleus = Nucleus.of(
                    logits(expected.get("logits")), number(expected.get("temperature")), number(expected.get("topP")));
            var probabilities = new HashMap<Integer, Double>();
            double total = 0;
            for (int i = 0; i < nucleus.tokens().length; i++) {
                probabilities.put(nucleus.tokens()[i], nucleus.probabilities()[i]);
                total += nucleus.probabilities()[i];
            }
            var drawn = (Map<?, ?>) expected.get("probabilities");
            assertThat(probabilities).hasSameSizeAs(drawn);
            for (var token : drawn.keySet()) {
                assertThat(probabilities.get(Integer.valueOf((String) token)) / total)
                        .isCloseTo(number(drawn.get(token)), within(1e-6));
            }
        }
    }

    @Test
    void draws_follow_the_probabilities() {
        var nucleus = Nucleus.of(new float[] {0, 1, 2, -9}, 1, 0.95);
        var random = new SplittableRandom(1);
        var counts = new int[4];
        int draws = 100_000;
        for (int i = 0; i < draws; i++) {
            counts[nucleus.draw(random.nextDouble())]++;
        }
        double total = 1 + Math.E + Math.E * Math.E;
        for (int token = 0; token < 3; token++) {
            assertThat((double) counts[token] / draws).isCloseTo(Math.exp(token) / total, within(0.005));
        }
        assertThat(counts[3]).isZero();
    }

    private static float[] logits(Object list) {
        var values = (List<?>) list;
        var logits = new float[values.size()];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) number(values.get(i));
        }
        return logits;
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static Map<?, ?> golden() {
        try (var in = NucleusTest.class.getResourceAsStream("/golden/sampling.json")) {
            return (Map<?, ?>)
                    JsonFile.parse("sampling.json", in.readAllBytes()).get("values");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
