package io.kernelign.data.layout;

import java.util.List;

/** HelpSteer2's preferences: two responses, and how much better the second is. */
final class HelpSteer2Preference implements KnownLayout {

    private static final int STRONGEST = 3;

    @Override
    public String name() {
        return "helpsteer2-preference";
    }

    @Override
    public Signature signature() {
        return Signature.of(Form.TEXT, "prompt", "response_1", "response_2").and(Form.NUMBER, "preference_strength");
    }

    @Override
    public List<Rule> rules(LayoutOptions options) {
        return List.of(Rule.TIES);
    }

    @Override
    public RowReader reader(LayoutOptions options) {
        return HelpSteer2Preference::read;
    }

    private static void read(Columns row, Findings found) {
        int strength = row.at("preference_strength").wholeNumber(-STRONGEST, STRONGEST);
        if (strength == 0) {
            found.dropped(Rule.TIES);
            return;
        }
        var first = Turns.assistant(row.at("response_1"));
        var second = Turns.assistant(row.at("response_2"));
        var prompt = HelpSteerPrompt.of(row.at("prompt"));
        found.pair(row.origin(), PairDraft.ofTwo(prompt, first, second, strength < 0));
    }
}
