package io.kernelign.data.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandTest {

    private static final int BINS = PromptSignature.BINS / Band.COUNT;

    private static IntList signatures(Scratch scratch, int prompts, int values) {
        var random = new SplittableRandom(3);
        var signatures = new IntList(scratch, PromptSignature.BINS);
        for (int i = 0; i < prompts; i++) {
            signatures.add(IntStream.range(0, PromptSignature.BINS)
                    .map(bin -> random.nextInt(values))
                    .toArray());
        }
        return signatures;
    }

    private static String bins(IntList signatures, int prompt, int band) {
        return Arrays.toString(IntStream.range(band * BINS, (band + 1) * BINS)
                .map(bin -> signatures.get(prompt, bin))
                .toArray());
    }

    private static Map<String, Integer> smallest(IntList signatures, IntToLongFunction hash, int band) {
        var smallest = new HashMap<String, Integer>();
        for (int i = 0; i < signatures.size(); i++) {
            smallest.merge(
                    bins(signatures, i, band),
                    i,
                    (one, other) ->
                            Long.compareUnsigned(hash.applyAsLong(one), hash.applyAsLong(other)) < 0 ? one : other);
        }
        return smallest;
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "100, 2", "16384, 5", "50000, 1", "50000, 2", "100000, 6", "70000, 1000000"})
    void the_first_of_a_band_is_the_prompt_with_the_smallest_hash_of_those_that_agree_in_it(
            int prompts, int values, @TempDir Path folder) throws Exception {
        try (var scratch = new Scratch(folder)) {
            var signatures = signatures(scratch, prompts, values);
            IntToLongFunction hash = PromptSignature::mix;
            var firsts = Band.firsts(scratch, signatures, hash);

            assertThat(firsts.size()).isEqualTo(prompts);
            for (int band = 0; band < Band.COUNT; band++) {
                var smallest = smallest(signatures, hash, band);
                for (int i = 0; i < prompts; i++) {
                    assertThat(firsts.get(i, band)).isEqualTo(smallest.get(bins(signatures, i, band)));
                }
            }
        }
    }
}
