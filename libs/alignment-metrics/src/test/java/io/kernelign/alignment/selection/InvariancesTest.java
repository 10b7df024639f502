package io.kernelign.alignment.selection;

import static io.kernelign.alignment.selection.SelectionMetric.SMOOTHNESS;
import static io.kernelign.alignment.selection.SelectionMetric.SUPPORT_OVERLAP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the metrics do not depend on, on embeddings drawn from many seeds. */
class InvariancesTest {

    private static final int PAIRS = 300;
    private static final int DIMENSION = 12;

    /** Three vectors a pair. */
    private static float[][][] embeddings(long seed) {
        var random = new SplittableRandom(seed);
        double towardsChosen = random.nextDouble(0.2, 1);
        var data = new float[PAIRS][3][DIMENSION];
        for (var pair : data) {
            for (int i = 0; i < DIMENSION; i++) {
                pair[0][i] = (float) random.nextGaussian();
                pair[1][i] = (float) (towardsChosen * pair[0][i] + random.nextGaussian());
                pair[2][i] = (float) (0.5 * pair[0][i] + random.nextGaussian());
            }
        }
        return data;
    }

    private static Measurements measured(float[][][] data) {
        return Measurements.of(
                PairDistances.of(data.length, DIMENSION, (pair, prompt, chosen, rejected) -> {
                    System.arraycopy(data[pair][0], 0, prompt, 0, DIMENSION);
                    System.arraycopy(data[pair][1], 0, chosen, 0, DIMENSION);
                    System.arraycopy(data[pair][2], 0, rejected, 0, DIMENSION);
                }),
                7);
    }

    private static void assertSame(Measurements one, Measurements other, Set<SelectionMetric> metrics, double within) {
        for (var metric : metrics) {
            assertThat(one.value(metric).getAsDouble())
                    .as(metric.key())
                    .isCloseTo(other.value(metric).getAsDouble(), within(within));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void the_order_of_the_upload_changes_smoothness_only(long seed) {
        var data = embeddings(seed);
        var shuffled = data.clone();
        var random = new SplittableRandom(-seed);
        for (int i = PAIRS - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            var moved = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = moved;
        }

        assertSame(measured(shuffled), measured(data), EnumSet.complementOf(EnumSet.of(SMOOTHNESS)), 1e-12);
    }

    /** The width of a bin and what chance alone does depend on how many pairs there are. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void the_whole_set_twice_changes_only_what_is_corrected_for_the_number_of_pairs(long seed) {
        var data = embeddings(seed);
        var twice = IntStream.range(0, 2 * PAIRS).mapToObj(i -> data[i % PAIRS]).toArray(float[][][]::new);

        assertSame(
                measured(twice), measured(data), EnumSet.complementOf(EnumSet.of(SMOOTHNESS, SUPPORT_OVERLAP)), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void a_rotation_of_all_embeddings_changes_nothing(long seed) {
        var data = embeddings(seed);
        var rotated = new float[PAIRS][3][];
        var mirrors = new double[4][];
        var random = new SplittableRandom(-seed);
        for (int i = 0; i < mirrors.length; i++) {
            mirrors[i] = random.doubles(DIMENSION, -1, 1).toArray();
        }
        for (int pair = 0; pair < PAIRS; pair++) {
            for (int text = 0; text < 3; text++) {
                rotated[pair][text] = reflected(data[pair][text], mirrors);
            }
        }

        assertSame(measured(rotated), measured(data), EnumSet.allOf(SelectionMetric.class), 1e-6);
    }

    /** Reflections at an even number of planes, each given by its normal, are a rotation. */
    private static float[] reflected(float[] vector, double[][] normals) {
        var at = IntStream.range(0, DIMENSION).mapToDouble(i -> vector[i]).toArray();
        for (var normal : normals) {
            double squares = 0;
            double dot = 0;
            for (int i = 0; i < DIMENSION; i++) {
                squares += normal[i] * normal[i];
                dot += normal[i] * at[i];
            }
            for (int i = 0; i < DIMENSION; i++) {
                at[i] -= 2 * dot / squares * normal[i];
            }
        }
        var rotated = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            rotated[i] = (float) at[i];
        }
        return rotated;
    }
}
