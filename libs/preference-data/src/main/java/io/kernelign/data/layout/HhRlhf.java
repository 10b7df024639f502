package io.kernelign.data.layout;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Anthropic's HH-RLHF: two transcripts that share all turns but the last. */
final class HhRlhf implements Layout {

    @Override
    public String name() {
        return "hh-rlhf";
    }

    @Override
    public String columns() {
        return "chosen, rejected: transcripts \"\\n\\nHuman: ... \\n\\nAssistant: ...\"";
    }

    @Override
    public boolean fits(Sample sample) {
        return sample.has("chosen", HhRlhf::isTranscript) && sample.has("rejected", HhRlhf::isTranscript);
    }

    @Override
    public List<PairDraft> read(Columns row) {
        return List.of(SharedTurns.pair(row.transcript("chosen"), row.transcript("rejected")));
    }

    private static boolean isTranscript(JsonNode node) {
        return node.isString() && Transcript.looksLikeOne(node.stringValue());
    }
}
