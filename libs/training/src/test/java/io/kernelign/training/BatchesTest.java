package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private final List<EncodedPair> pairs = TinyTask.pairs(50, 3);
    private final Batches batches = Batches.of(pairs, 100, 1);

    private List<EncodedPair> all() {
        return IntStream.range(0, batches.size())
                .mapToObj(batches::get)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void every_pair_is_in_exactly_one_batch_and_no_batch_exceeds_the_budget() {
        assertThat(all()).containsExactlyInAnyOrderElementsOf(pairs);
        for (int i = 0; i < batches.size(); i++) {
            assertThat(batches.get(i).stream().mapToInt(EncodedPair::length).sum())
                    .isLessThanOrEqualTo(100);
        }
    }

    @Test
    void pairs_of_similar_length_go_together() {
        assertThat(all()).extracting(EncodedPair::length).isSorted();
    }

    @Test
    void a_pair_longer_than_the_budget_goes_alone() {
        assertThat(Batches.of(pairs, 1, 1).size()).isEqualTo(pairs.size());
    }

    @Test
    void an_epoch_visits_every_batch_once_in_an_order_that_differs_between_epochs() {
        long steps = batches.stepsPerEpoch(2);
        var epochs = new ArrayList<List<Integer>>();
        for (int epoch = 0; epoch < 2; epoch++) {
            var visited = new ArrayList<Integer>();
            for (long step = 0; step < steps; step++) {
                visited.addAll(batches.ofStep(epoch * steps + step, 2, 9));
            }
            assertThat(visited).hasSize(batches.size()).doesNotHaveDuplicates();
            epochs.add(visited);
        }
        assertThat(epochs.get(0)).isNotEqualTo(epochs.get(1));
    }

    @Test
    void the_order_follows_from_seed_and_step_alone() {
        var again = Batches.of(pairs, 100, 1);
        assertThat(again.ofStep(5, 2, 9)).isEqualTo(batches.ofStep(5, 2, 9));
        assertThat(again.get(0)).isEqualTo(batches.get(0));
    }
}
