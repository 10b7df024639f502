package io.kernelign.data.layout;

import java.util.List;

/** NVIDIA's HelpSteer and HelpSteer2: a response and its scores a row; consecutive rows share their prompt. */
final class HelpSteer implements KnownLayout {

    @Override
    public String name() {
        return "helpsteer";
    }

    @Override
    public Signature signature() {
        return Signature.of(Form.TEXT, "prompt", "response")
                .and(Form.NUMBER, "helpfulness", "correctness", "coherence", "complexity", "verbosity");
    }

    @Override
    public List<Rule> rules(LayoutOptions options) {
        return HelpSteerGroups.RULES;
    }

    @Override
    public RowReader reader(LayoutOptions options) {
        return new HelpSteerGroups();
    }
}
