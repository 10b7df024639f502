package io.kernelign.data.layout;

/** A prompt of HelpSteer's: a text, or several turns of which the first bears no mark. */
final class HelpSteerPrompt {

    private static final String ANSWER = "\n<extra_id_1>Assistant\n";

    private HelpSteerPrompt() {}

    static Turns of(Cell cell) {
        var text = cell.longText();
        if (!text.contains(ANSWER)) {
            return Turns.user(cell);
        }
        return Transcript.STEER.prompt(cell, Transcript.STEER.opens(text) ? text : Transcript.STEER.opening() + text);
    }
}
