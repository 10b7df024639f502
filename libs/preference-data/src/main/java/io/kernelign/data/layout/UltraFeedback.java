package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Excerpt;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** UltraFeedback, binarized: the prompt as text, and again as the first turns of both conversations. */
final class UltraFeedback implements Layout {

    @Override
    public String name() {
        return "ultrafeedback";
    }

    @Override
    public String columns() {
        return "prompt: text, chosen, rejected: lists of messages that begin with the prompt";
    }

    @Override
    public boolean fits(Sample sample) {
        return sample.has("prompt", JsonNode::isString)
                && sample.has("chosen", UltraFeedback::isConversation)
                && sample.has("rejected", UltraFeedback::isConversation);
    }

    @Override
    public List<PairDraft> read(Columns row) {
        var prompt = row.text("prompt").strip();
        var pair = SharedTurns.pair(row.turns("chosen"), row.turns("rejected"));
        if (pair.prompt().stream().noneMatch(turn -> turn.content().strip().equals(prompt))) {
            throw new BadRowException(
                    DefectKind.PROMPTS_DIFFER, "prompt", "the text of a turn of chosen", Excerpt.quoted(prompt));
        }
        return List.of(pair);
    }

    private static boolean isConversation(JsonNode node) {
        return node.isArray() && node.size() > 1;
    }
}
