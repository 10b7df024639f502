package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Excerpt;

/** UltraFeedback, binarized: the prompt as text, and again as the first turns of both conversations. */
final class UltraFeedback implements PairPerRow {

    @Override
    public String name() {
        return "ultrafeedback";
    }

    @Override
    public Signature signature() {
        return Signature.of(Form.TEXT, "prompt")
                .and(Form.CONVERSATION, "chosen", "rejected")
                .and(Form.NUMBER, "score_chosen", "score_rejected");
    }

    @Override
    public PairDraft pair(Columns row) {
        var prompt = row.at("prompt").text().strip();
        var pair = SharedTurns.pair(Messages.list(row.at("chosen")), Messages.list(row.at("rejected")));
        if (pair.prompt().stream().noneMatch(turn -> turn.content().strip().equals(prompt))) {
            throw new BadRowException(
                    DefectKind.PROMPTS_DIFFER,
                    "prompt",
                    "the text of a turn of chosen",
                    Excerpt.quoted(prompt.toString()));
        }
        return pair;
    }
}
