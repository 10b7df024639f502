package io.kernelign.torch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepeatabilityTest {

    @Test
    void the_same_training_gives_the_same_bits_even_beside_a_collector() throws InterruptedException {
        var quiet = train(7);
        try (var collector = new GarbageCollector()) {
            var disturbed = train(7);
            assertThat(disturbed.losses()).isEqualTo(quiet.losses());
            for (int i = 0; i < quiet.parameters().size(); i++) {
                assertThat(disturbed.parameters().get(i))
                        .isEqualTo(quiet.parameters().get(i));
            }
        }
    }

    @Test
    void the_training_that_is_repeated_learns_and_depends_on_the_seed_of_dropout() {
        var losses = train(7).losses();
        assertThat(losses[losses.length - 1]).isLessThan(losses[0] / 2);
        assertThat(train(8).losses()).isNotEqualTo(losses);
    }

    private static SmallTraining train(long dropoutSeed) {
        Torch.seed(dropoutSeed);
        return SmallTraining.run(3, 60, 0.1, step -> {});
    }
}
