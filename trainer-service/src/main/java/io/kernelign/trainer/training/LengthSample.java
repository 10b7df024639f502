package io.kernelign.trainer.training;

import io.kernelign.data.pair.PairReader;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Split;
import io.kernelign.lm.tokenizer.ConversationEncoder;
import io.kernelign.training.memory.RowShape;
import io.kernelign.training.memory.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How long the pairs of a data set are in the tokens of one model, before any limit: all of them where there are few, else
 * a sample of the first {@value #READ}, and the longest of these.
 *
 * @param train of pairs to train on, drawn evenly
 * @param longest of more pairs to train on, those of most characters
 * @param heldOut of the first pairs that are held out
 */
record LengthSample(List<RowShape> train, List<RowShape> longest, List<RowShape> heldOut) {

    /** Pairs that are read, unless there are too few to train on among them. */
    private static final int READ = 100_000;

    private static final int DRAWN = 1024;
    private static final int LONGEST = 32;
    private static final long SEED = 1;

    /**
     * @param evaluation more pairs, which are all held out
     * @param heldOut most pairs that are held out
     * @throws io.kernelign.chat.TemplateException when the model cannot write a conversation down
     */
    static LengthSample read(
            Path pairs, PairUse use, Optional<Path> evaluation, ConversationEncoder encoder, int heldOut)
            throws IOException {
        var drawn = new ArrayList<PreferencePair>();
        var longest = new PriorityQueue<PreferencePair>(Comparator.comparingLong(LengthSample::characters));
        var held = new ArrayList<PreferencePair>();
        var random = new Random(SEED);
        try (var reader = new PairReader(Files.newInputStream(pairs))) {
            int seen = 0;
            for (int read = 0; reader.hasNext() && (read < READ || seen < DRAWN); read++) {
                var pair = reader.next();
                if (use.side(pair) == Split.TRAIN) {
                    seen++;
                    leftOut(pair, drawn, seen, random).ifPresent(other -> keepIfLong(other, longest));
                } else if (held.size() < heldOut) {
                    held.add(pair);
                }
            }
        }
        if (evaluation.isPresent()) {
            held.addAll(first(evaluation.get(), heldOut));
        }
        return new LengthSample(shapes(drawn, encoder), shapes(longest, encoder), shapes(held, encoder));
    }

    private static List<PreferencePair> first(Path pairs, int most) throws IOException {
        var first = new ArrayList<PreferencePair>();
        try (var reader = new PairReader(Files.newInputStream(pairs))) {
            while (reader.hasNext() && first.size() < most) {
                first.add(reader.next());
            }
        }
        return first;
    }

    /** Draws each of so many pairs with the same chance (Vitter's algorithm R); answers the one that is not among them. */
    private static Optional<PreferencePair> leftOut(
            PreferencePair pair, List<PreferencePair> drawn, int seen, Random random) {
        if (drawn.size() < DRAWN) {
            drawn.add(pair);
            return Optional.empty();
        }
        int place = random.nextInt(seen);
        return Optional.of(place < DRAWN ? drawn.set(place, pair) : pair);
    }

    private static void keepIfLong(PreferencePair pair, PriorityQueue<PreferencePair> longest) {
        longest.add(pair);
        if (longest.size() > LONGEST) {
            longest.remove();
        }
    }

    private static long characters(PreferencePair pair) {
        return Stream.of(pair.prompt(), pair.chosen(), pair.rejected())
                .flatMap(List::stream)
                .mapToLong(message -> message.content().length())
                .sum();
    }

    private static List<RowShape> shapes(Collection<PreferencePair> pairs, ConversationEncoder encoder) {
        return pairs.stream().map(pair -> shape(pair, encoder)).toList();
    }

    private static RowShape shape(PreferencePair pair, ConversationEncoder encoder) {
        var tokens = encoder.pair(
                Conversations.turns(pair.prompt()),
                Conversations.turns(pair.chosen()),
                Conversations.turns(pair.rejected()));
        return new RowShape(tokens.prompt().length, tokens.chosen().length, tokens.rejected().length);
    }

    /** What a training of so many pairs reads. */
    Workload workload(long trainPairs) {
        return new Workload(Stream.concat(train.stream(), longest.stream()).toList(), heldOut, trainPairs);
    }
}
