package io.kernelign.alignment.selection;

import java.util.List;
import java.util.Optional;

/**
 * What was chosen and why.
 *
 * @param trace every rule that was tried, in order, up to and including the one that decided
 */
public record Decision(String choice, List<AppliedRule> trace) {

    /** The rule that decided; empty when none held. */
    public Optional<AppliedRule> decisive() {
        return trace.stream()
                .filter(applied -> applied.fired() && applied.rule().choice().equals(choice))
                .findFirst();
    }

    /** Rules that held for something that is not offered. */
    public List<AppliedRule> passedOver() {
        return trace.stream()
                .filter(applied -> applied.fired() && !applied.rule().choice().equals(choice))
                .toList();
    }
}
