package io.kernelign.data.layout;

import java.util.List;

/** AlpacaFarm: two outputs of one instruction and the number of the preferred one. */
final class AlpacaFarm implements KnownLayout {

    private static final Rule NO_PREFERENCE = new Rule("rows without a preference are dropped");
    private static final String CODES = "1 or 2, 0 or 1.5 for a tie, or null";

    @Override
    public String name() {
        return "alpacafarm";
    }

    @Override
    public Signature signature() {
        return Signature.of(Form.TEXT, "instruction", "output_1", "output_2").and(Form.NUMBER_OR_NULL, "preference");
    }

    @Override
    public List<Rule> rules(LayoutOptions options) {
        return List.of(NO_PREFERENCE, Rule.TIES);
    }

    @Override
    public RowReader reader(LayoutOptions options) {
        return AlpacaFarm::read;
    }

    private static void read(Columns row, Findings found) {
        var preference = row.at("preference");
        if (preference.isNull()) {
            found.dropped(NO_PREFERENCE);
            return;
        }
        preference.require(CODES);
        double code = preference.number();
        if (code == 0 || code == 1.5) {
            found.dropped(Rule.TIES);
        } else if (code == 1 || code == 2) {
            var first = Turns.assistant(row.at("output_1"));
            var second = Turns.assistant(row.at("output_2"));
            found.pair(row.origin(), PairDraft.ofTwo(Instruction.of(row), first, second, code == 1));
        } else {
            throw preference.malformed(CODES);
        }
    }
}
