package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.pair.Role;

/**
 * Pairs written as two whole conversations, of which the longest common beginning is the prompt, as in TRL. Each keeps one
 * turn at least as its response.
 */
final class SharedPrefix {

    private SharedPrefix() {}

    static PairDraft pair(Turns chosen, Turns rejected) {
        chosen.requireAssistantLast();
        rejected.requireAssistantLast();
        int shared = length(chosen, rejected);
        var response = rejected.from(shared);
        if (!chosen.from(shared).beginsWith(Role.ASSISTANT) || !response.beginsWith(Role.ASSISTANT)) {
            throw new BadRowException(
                    DefectKind.PROMPTS_DIFFER,
                    rejected.field(),
                    "the turns of " + chosen.field() + " up to a turn of the assistant",
                    "other words in turn " + (shared + 1) + ", of " + response.roles());
        }
        return PairDraft.of(chosen.first(shared), chosen.from(shared), response);
    }

    /** How many turns at the beginning are the same in both, the last turn of neither being one of them. */
    static int length(Turns left, Turns right) {
        int most = Math.min(left.turns().size(), right.turns().size()) - 1;
        int length = 0;
        while (length < most && left.turns().get(length).equals(right.turns().get(length))) {
            length++;
        }
        return length;
    }
}
