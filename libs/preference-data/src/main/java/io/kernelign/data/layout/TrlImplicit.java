package io.kernelign.data.layout;

/** TRL's implicit preference format: two whole conversations, whose common beginning is the prompt. */
final class TrlImplicit implements PairPerRow {

    @Override
    public String name() {
        return "trl-implicit";
    }

    @Override
    public Signature signature() {
        return Signature.of(Form.CONVERSATION, "chosen", "rejected");
    }

    @Override
    public PairDraft pair(Columns row) {
        var pair = SharedPrefix.pair(Messages.list(row.at("chosen")), Messages.list(row.at("rejected")));
        return pair.annotated(row.at("task"), row.at("label"), row.at("weight"));
    }
}
