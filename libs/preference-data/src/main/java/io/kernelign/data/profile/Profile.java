package io.kernelign.data.profile;

import io.kernelign.data.pair.EncodedPair;
import java.util.List;
import java.util.Map;

/**
 * What pairs are like.
 *
 * @param tasks how many pairs name each task, the most frequent first; at most {@value TaskTally#NAMES} tasks
 * @param untoldTasks how many pairs name another task
 * @param languages of a sample of the prompts, the most frequent first
 */
public record Profile(
        Lengths prompt,
        Lengths chosen,
        Lengths rejected,
        Map<String, Long> tasks,
        long untoldTasks,
        List<Languages.Share> languages) {

    /** Counts pair by pair. */
    public static final class Tally {

        private final Lengths.Tally prompt = new Lengths.Tally();
        private final Lengths.Tally chosen = new Lengths.Tally();
        private final Lengths.Tally rejected = new Lengths.Tally();
        private final TaskTally tasks = new TaskTally();
        private final TextSample texts = new TextSample();

        public void add(EncodedPair pair, PairLengths lengths) {
            prompt.add(lengths.prompt());
            chosen.add(lengths.chosen());
            rejected.add(lengths.rejected());
            tasks.add(pair.task());
            texts.add(pair);
        }

        public Profile total() {
            return new Profile(
                    prompt.total(),
                    chosen.total(),
                    rejected.total(),
                    tasks.named(),
                    tasks.others(),
                    Languages.of(texts.texts()));
        }
    }
}
