package io.kernelign.data.layout;

import io.kernelign.data.pair.Role;

/** TRL's explicit preference format: a prompt and two responses. The canonical file itself is of this layout. */
final class TrlExplicit implements PairPerRow {

    @Override
    public String name() {
        return "trl";
    }

    @Override
    public Signature signature() {
        return Signature.of(Form.TEXT_OR_MESSAGES, "prompt").and(Form.RESPONSE, "chosen", "rejected");
    }

    @Override
    public PairDraft pair(Columns row) {
        var pair = PairDraft.of(
                Messages.prompt(row.at("prompt"), Transcript.ANTHROPIC),
                Messages.listOrText(row.at("chosen"), Role.ASSISTANT),
                Messages.listOrText(row.at("rejected"), Role.ASSISTANT));
        return pair.annotated(row.at("task"), row.at("label"), row.at("weight"));
    }
}
