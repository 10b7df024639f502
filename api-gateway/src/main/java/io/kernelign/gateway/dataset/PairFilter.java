package io.kernelign.gateway.dataset;

import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Split;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which pairs a caller wants to see.
 *
 * @param side only those of it
 * @param task only those that name it
 * @param words only those with a turn that says them, in lower case
 */
record PairFilter(Optional<Split> side, Optional<String> task, Optional<String> words)
        implements Predicate<PreferencePair> {

    /**
     * What the parameters of a query say, each {@code null} when it is not there.
     *
     * @throws io.kernelign.input.InvalidInputException there is no such side
     */
    static PairFilter read(String split, String task, String contains) {
        return new PairFilter(
                QueryChoice.read("split", Split.class, split),
                Optional.ofNullable(task),
                Optional.ofNullable(contains).map(PairFilter::lower));
    }

    @Override
    public boolean test(PreferencePair pair) {
        return side.map(wanted -> wanted == pair.split()).orElse(true)
                && task.map(wanted -> wanted.equals(pair.task())).orElse(true)
                && (words.isEmpty() || says(pair.prompt()) || says(pair.chosen()) || says(pair.rejected()));
    }

    private boolean says(List<Message> turns) {
        return turns.stream().anyMatch(turn -> lower(turn.content()).contains(words.orElseThrow()));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
