package io.kernelign.training.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExplanationsTest {

    @Test
    void a_run_in_which_nothing_strikes_is_not_explained() {
        assertThat(Explanations.of(history(Map.of(
                        0L, Map.of("f1.ranking.macro", 0.5, "f1.ranking.task.safety", 0.5, "loss", 0.69),
                        20L, Map.of("reward.chosen.mean", 0.4, "reward.rejected.mean", -1.0, "loss", 0.3)))))
                .isEmpty();
        assertThat(Explanations.of(history(Map.of()))).isEmpty();
    }

    @Test
    void a_chosen_reward_that_fell_is_explained_with_both_rewards_and_their_margin() {
        assertThat(Explanations.of(
                        history(Map.of(20L, Map.of("reward.chosen.mean", -1.25, "reward.rejected.mean", -4.0)))))
                .singleElement()
                .asString()
                .contains("chosen responses fell to -1.250", "rejected: -4.000", "here 2.750");
    }

    @Test
    void a_held_out_loss_that_rises_while_the_training_loss_is_lower_is_over_fitting() {
        var rising = Map.of(
                0L, Map.of("loss", 0.1),
                10L, Map.of("loss", 0.5),
                20L, Map.of("loss", 0.6, "generalisation.train_loss", 0.2));
        assertThat(Explanations.of(history(rising)))
                .singleElement()
                .asString()
                .contains("least at step 10, 0.5000", "is 0.6000 at the end", "was 0.2000");

        var both = Map.of(10L, Map.of("loss", 0.5), 20L, Map.of("loss", 0.6, "generalisation.train_loss", 0.7));
        assertThat(Explanations.of(history(both))).isEmpty();
        var hardly = Map.of(10L, Map.of("loss", 0.5), 20L, Map.of("loss", 0.51, "generalisation.train_loss", 0.2));
        assertThat(Explanations.of(history(hardly))).isEmpty();
    }

    @Test
    void a_task_that_got_worse_beyond_its_interval_while_the_mean_rose_is_named() {
        var before = Map.of("f1.ranking.macro", 0.5, "f1.ranking.task.safety", 0.6, "f1.ranking.task.reasoning", 0.4);
        var after = Map.of(
                "f1.ranking.macro", 0.65,
                "f1.ranking.task.safety", 0.4,
                "f1.ranking.task.safety.high", 0.5,
                "f1.ranking.task.reasoning", 0.9,
                "f1.ranking.task.reasoning.high", 0.95);
        assertThat(Explanations.of(history(Map.of(0L, before, 20L, after))))
                .singleElement()
                .asString()
                .contains("task safety fell from 0.600 to 0.400", "rose from 0.500 to 0.650");

        var uncertain = new TreeMap<>(after);
        uncertain.put("f1.ranking.task.safety.high", 0.7);
        assertThat(Explanations.of(history(Map.of(0L, before, 20L, uncertain)))).isEmpty();
    }

    @Test
    void a_collapsed_mixture_is_named_by_the_kernel_that_is_left() {
        var weights =
                Map.of("mixture.collapse_index", 0.9, "mixture.weight.rbf", 0.02, "mixture.weight.polynomial", 0.97);
        assertThat(Explanations.of(history(Map.of(20L, weights))))
                .singleElement()
                .asString()
                .contains("polynomial has 0.970", "collapse index 0.900, above 0.8");
    }

    @Test
    void the_layer_farthest_outside_2_to_6_is_named_but_not_one_that_is_near() {
        var near = Map.of("model.layers.0.mlp.up_proj", 7.5, "model.layers.1.mlp.up_proj", 1.8);
        assertThat(Explanations.of(new RunHistory(new TreeMap<>(), near))).isEmpty();

        var far = new TreeMap<>(near);
        far.put("model.layers.2.mlp.up_proj", 11.0);
        far.put("model.layers.3.mlp.up_proj", 14.25);
        assertThat(Explanations.of(new RunHistory(new TreeMap<>(), far)))
                .singleElement()
                .asString()
                .contains("model.layers.3.mlp.up_proj have alpha 14.25");
    }

    private static RunHistory history(Map<Long, Map<String, Double>> evaluations) {
        return new RunHistory(new TreeMap<>(evaluations), Map.of());
    }
}
