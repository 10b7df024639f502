package io.kernelign.data.layout;

/** ShareGPT's messages as LLaMA-Factory has them for preferences; the tools that a row offers are passed over. */
final class ShareGpt implements PairPerRow {

    @Override
    public String name() {
        return "sharegpt";
    }

    @Override
    public Signature signature() {
        return Signature.of(Form.MESSAGES, "conversations").and(Form.MESSAGE_OR_LIST, "chosen", "rejected");
    }

    @Override
    public PairDraft pair(Columns row) {
        return PairDraft.of(
                Messages.list(row.at("conversations")).after(row.at("system").textIfAny()),
                Messages.list(row.at("chosen")),
                Messages.list(row.at("rejected")));
    }
}
