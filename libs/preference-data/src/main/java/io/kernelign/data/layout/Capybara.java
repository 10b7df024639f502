package io.kernelign.data.layout;

/** Argilla's Capybara: two conversations of several turns that share all but the last. */
final class Capybara implements PairPerRow {

    @Override
    public String name() {
        return "capybara";
    }

    @Override
    public Signature signature() {
        return Signature.of(Form.CONVERSATION, "chosen", "rejected")
                .and(Form.NUMBER, "rating_chosen", "rating_rejected");
    }

    @Override
    public PairDraft pair(Columns row) {
        return SharedTurns.pair(Messages.list(row.at("chosen")), Messages.list(row.at("rejected")));
    }
}
