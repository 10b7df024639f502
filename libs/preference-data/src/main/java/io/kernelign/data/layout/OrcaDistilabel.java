package io.kernelign.data.layout;

/** Argilla's Orca pairs, judged anew: the question stands in the column {@code input}. */
final class OrcaDistilabel implements PairPerRow {

    @Override
    public String name() {
        return "orca-distilabel";
    }

    @Override
    public Signature signature() {
        return Signature.of(Form.TEXT, "system", "input", "chosen", "rejected").and(Form.LIST, "generations");
    }

    @Override
    public PairDraft pair(Columns row) {
        return PairDraft.of(
                Turns.user(row.at("input")).after(row.at("system").textIfAny()),
                Turns.assistant(row.at("chosen")),
                Turns.assistant(row.at("rejected")));
    }
}
