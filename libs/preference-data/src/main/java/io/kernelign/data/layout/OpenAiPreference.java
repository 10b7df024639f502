package io.kernelign.data.layout;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** OpenAI's format for preference fine-tuning. */
final class OpenAiPreference implements Layout {

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public String columns() {
        return "input.messages, preferred_output, non_preferred_output: lists of messages";
    }

    @Override
    public boolean fits(Sample sample) {
        return sample.has("input", JsonNode::isObject) && sample.has("preferred_output", "non_preferred_output");
    }

    @Override
    public List<PairDraft> read(Columns row) {
        return List.of(PairDraft.of(
                row.turns("input.messages"), row.turns("preferred_output"), row.turns("non_preferred_output")));
    }
}
