package io.kernelign.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.pair.ContentHash;
import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Role;
import io.kernelign.data.pair.Split;
import io.kernelign.data.split.Fold;
import io.kernelign.data.split.PromptFolds;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.trainer.spec.SelectionEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairUseTest {

    private static final int FOLDS = 5;

    private static PreferencePair pair(int prompt, int answer, Split split) {
        var asked = List.of(new Message(Role.USER, "question " + prompt));
        var chosen = List.of(new Message(Role.ASSISTANT, "yes " + answer));
        var rejected = List.of(new Message(Role.ASSISTANT, "no " + answer));
        var id = ContentHash.of(asked, chosen, rejected).id();
        return new PreferencePair(id, asked, chosen, rejected, null, null, 1, split);
    }

    private static PairUse use(String evalDataset, Optional<Fold> fold) {
        var spec = new JobSpec(
                null,
                "tiny",
                "ds_1",
                evalDataset,
                fold,
                Optional.empty(),
                SelectionEncoder.MINILM,
                Optional.empty(),
                null,
                null,
                List.of(),
                null,
                0,
                Map.of(),
                Optional.empty());
        return PairUse.of(spec, PromptFolds.OF_SINGLE_PROMPTS);
    }

    private static List<Integer> heldOutIn(PreferencePair pair) {
        return IntStream.range(0, FOLDS)
                .filter(index ->
                        use(null, Optional.of(new Fold(FOLDS, index, 0))).side(pair) == Split.HELD_OUT)
                .boxed()
                .toList();
    }

    @Test
    void each_pair_is_held_out_in_one_fold_with_all_others_of_its_prompt_whatever_its_split() {
        var seen = new boolean[FOLDS];
        for (int prompt = 0; prompt < 100; prompt++) {
            var first = heldOutIn(pair(prompt, 1, Split.TRAIN));
            assertThat(first).hasSize(1).isEqualTo(heldOutIn(pair(prompt, 2, Split.HELD_OUT)));
            seen[first.get(0)] = true;
        }
        assertThat(seen).containsOnly(true);
    }

    @Test
    void without_folds_the_split_decides_and_beside_an_evaluation_set_nothing() {
        for (var split : Split.values()) {
            assertThat(use(null, Optional.empty()).side(pair(1, 1, split))).isEqualTo(split);
            assertThat(use("ds_2", Optional.empty()).side(pair(1, 1, split))).isEqualTo(Split.TRAIN);
        }
    }
}
