package io.kernelign.data.layout;

import io.kernelign.data.pair.Role;
import java.util.List;

/**
 * TRL's explicit preference format: a prompt and two responses, each a text or a list of messages. Columns
 * {@code task}, {@code label} and {@code weight} are taken over; the canonical file itself is of this layout.
 */
final class TrlExplicit implements Layout {

    @Override
    public String name() {
        return "trl";
    }

    @Override
    public String columns() {
        return "prompt, chosen, rejected: texts, or lists of messages";
    }

    @Override
    public boolean fits(Sample sample) {
        return sample.has("prompt", "chosen", "rejected");
    }

    @Override
    public List<PairDraft> read(Columns row) {
        var pair = PairDraft.of(
                row.turns("prompt", Role.USER),
                row.turns("chosen", Role.ASSISTANT),
                row.turns("rejected", Role.ASSISTANT));
        var task = row.label("task").orElse(null);
        var label = row.label("label").orElse(null);
        return List.of(pair.annotated(task, label, row.weight("weight").orElse(1.0)));
    }
}
