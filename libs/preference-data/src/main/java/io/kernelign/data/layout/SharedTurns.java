package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import java.util.stream.IntStream;

/** Pairs written as two whole conversations: the shared turns are the prompt, the last turn of each is its response. */
final class SharedTurns {

    private SharedTurns() {}

    static PairDraft pair(Turns chosen, Turns rejected) {
        chosen.requireAssistantLast();
        rejected.requireAssistantLast();
        var prompt = chosen.withoutLast();
        requireSame(prompt, rejected.withoutLast());
        return PairDraft.of(prompt, chosen.last(), rejected.last());
    }

    private static void requireSame(Turns prompt, Turns other) {
        var left = prompt.turns();
        var right = other.turns();
        if (left.equals(right)) {
            return;
        }
        int shared = Math.min(left.size(), right.size());
        int differing = IntStream.range(0, shared)
                .filter(i -> !left.get(i).equals(right.get(i)))
                .findFirst()
                .orElse(shared);
        throw new BadRowException(
                DefectKind.PROMPTS_DIFFER,
                other.field(),
                "before the last turn the same " + left.size() + " as in " + prompt.field(),
                right.size() + ", different from turn " + (differing + 1) + " on");
    }
}
