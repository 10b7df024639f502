package io.kernelign.data.layout;

/** OpenAI's format for preference fine-tuning. The tools that a row offers are passed over. */
final class OpenAiPreference implements PairPerRow {

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public Signature signature() {
        return Signature.of(Form.objectWith("messages"), "input")
                .and(Form.MESSAGES, "preferred_output", "non_preferred_output");
    }

    @Override
    public PairDraft pair(Columns row) {
        return PairDraft.of(
                Messages.list(row.at("input").at("messages")),
                Messages.list(row.at("preferred_output")),
                Messages.list(row.at("non_preferred_output")));
    }
}
