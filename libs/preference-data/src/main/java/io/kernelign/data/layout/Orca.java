package io.kernelign.data.layout;

/** Intel's Orca pairs: a system message, which may be empty, a question and two answers. */
final class Orca implements PairPerRow {

    @Override
    public String name() {
        return "orca";
    }

    @Override
    public Signature signature() {
        return Signature.of(Form.TEXT, "question", "chosen", "rejected");
    }

    @Override
    public PairDraft pair(Columns row) {
        return PairDraft.of(
                Turns.user(row.at("question")).after(row.at("system").textIfAny()),
                Turns.assistant(row.at("chosen")),
                Turns.assistant(row.at("rejected")));
    }
}
