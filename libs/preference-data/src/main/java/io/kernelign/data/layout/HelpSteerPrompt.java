package io.kernelign.data.layout;

import io.kernelign.data.text.Text;
import java.util.List;

/** A prompt of HelpSteer's: a text, or several turns of which the first bears no mark. */
final class HelpSteerPrompt {

    private static final Text ANSWER = Text.of("\n<extra_id_1>Assistant\n");

    private HelpSteerPrompt() {}

    static Turns of(Cell cell) {
        var text = cell.longText();
        if (text.indexOf(ANSWER, 0) < 0) {
            return Turns.user(cell);
        }
        var opened = Transcript.STEER.opens(text) ? text : Text.join("", List.of(Transcript.STEER.opening(), text));
        return Transcript.STEER.prompt(cell, opened);
    }
}
