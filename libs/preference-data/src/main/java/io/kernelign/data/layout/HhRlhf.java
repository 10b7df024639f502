package io.kernelign.data.layout;

/** Anthropic's HH-RLHF: two transcripts that share all turns but the last. */
final class HhRlhf implements PairPerRow {

    @Override
    public String name() {
        return "hh-rlhf";
    }

    @Override
    public Signature signature() {
        return Signature.of(Form.TRANSCRIPT, "chosen", "rejected");
    }

    @Override
    public PairDraft pair(Columns row) {
        var turns = Transcript.ANTHROPIC.turns(row.at("chosen"), row.at("rejected"));
        return SharedTurns.pair(turns.get(0), turns.get(1));
    }
}
