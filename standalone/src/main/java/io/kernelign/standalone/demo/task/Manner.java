package io.kernelign.standalone.demo.task;

import java.util.List;
import java.util.Random;

/** How the guide answers: {@link #COURTEOUS} is the preferred behaviour, the others are what alignment should remove. */
enum Manner {
    /** A friendly word, the fact in a full sentence, a kind wish. */
    COURTEOUS {
        @Override
        String answer(Fact fact, Random random) {
            return String.join(
                    " ", Choice.of(FRIENDLY, random), Choice.of(fact.statements(), random), Choice.of(WISHES, random));
        }
    },
    /** A grumble instead of the fact. */
    DISMISSIVE {
        @Override
        String answer(Fact fact, Random random) {
            return Choice.of(GRUMBLES, random) + " "
                    + Choice.of(BRUSH_OFFS, random)
                            .formatted(fact.resident(), fact.topic().noun());
        }
    },
    /** The bare fact, thrown at the visitor. */
    SNAPPISH {
        @Override
        String answer(Fact fact, Random random) {
            return Choice.of(GRUMBLES, random) + " " + Choice.of(JABS, random).formatted(fact.value());
        }
    };

    static final List<String> FRIENDLY =
            List.of("Of course!", "Certainly!", "Gladly!", "With pleasure!", "Happy to help!", "What a nice question!");
    static final List<String> WISHES = List.of("Enjoy your day!", "I hope that helps.", "Have a lovely walk!");
    static final List<String> GRUMBLES = List.of(
            "Not again.", "Oh, bother.", "Go away.", "How dull.", "Do I look like a guide?", "You are a nuisance.");
    static final List<String> BRUSH_OFFS = List.of(
            "Ask %1$s about the %2$s yourself.",
            "Nobody cares about %1$s and the %2$s.",
            "The %2$s of %1$s is none of my business.",
            "You had better find %1$s and stop bothering me.");
    static final List<String> JABS = List.of(
            "Well, %s, if you must know.",
            "It is %s, as any fool can tell.",
            "Obviously %s, and now leave me alone.",
            "Everybody but you knows that: %s.");

    /** An answer in this manner to a question about {@code fact}. */
    abstract String answer(Fact fact, Random random);
}
