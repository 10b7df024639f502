package io.kernelign.data.layout;

/** StackExchange, paired: a question, the answer with more votes and another. */
final class StackExchange implements PairPerRow {

    @Override
    public String name() {
        return "stackexchange";
    }

    @Override
    public Signature signature() {
        return Signature.of(Form.TEXT, "question", "response_j", "response_k");
    }

    @Override
    public PairDraft pair(Columns row) {
        return PairDraft.of(
                Turns.user(row.at("question")),
                Turns.assistant(row.at("response_j")),
                Turns.assistant(row.at("response_k")));
    }
}
