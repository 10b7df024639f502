package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Excerpt;
import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A way to write a conversation into one text. White space around a turn is not part of it. */
enum Transcript {
    /** Anthropic's. */
    ANTHROPIC(
            "\n\nHuman:", "\n\n", "(?:\\A\\s*|\\n\\n)(?:(Human)|Assistant):", "\\n\\nHuman: ... \\n\\nAssistant: ..."),
    /** The same in the capitals of the SHP family. */
    CAPITALS("HUMAN:", "\n\n", "(?:\\A\\s*|\\n\\n)(?:(HUMAN)|ASSISTANT):", "HUMAN: ... \\n\\nASSISTANT: ..."),
    /** SteerLM's, whose marks stand on lines of their own. */
    STEER(
            "<extra_id_1>User\n",
            "\n<extra_id_1>",
            "(?:\\A|\\n)<extra_id_1>(?:(User)|Assistant)(?:\\n|\\z)",
            "<extra_id_1>User\\n...\\n<extra_id_1>Assistant\\n...");

    private final String opening;
    private final String parting;
    private final Pattern speaker;
    private final String expected;

    /**
     * @param opening how a transcript begins when the user's turn is first
     * @param parting how what stands before a turn begins, but for the first
     * @param speaker what stands before a turn; its first group matches if the turn is the user's
     */
    Transcript(String opening, String parting, String speaker, String form) {
        this.opening = opening;
        this.parting = parting;
        this.speaker = Pattern.compile(speaker);
        this.expected = "a transcript \"" + form + "\"";
    }

    String opening() {
        return opening;
    }

    String expected() {
        return expected;
    }

    /** Whether a text begins exactly as such a transcript does, and so is one where it could be any text. */
    boolean opens(String text) {
        return text.startsWith(opening);
    }

    /** Whether a text that should be such a transcript is one. */
    boolean matches(String text) {
        return speaker.matcher(text).lookingAt();
    }

    /** All turns of a transcript. */
    Turns turns(Cell cell) {
        return read(cell, cell.longText());
    }

    /** The turns of a transcript that may end by naming the assistant, whose turn is next. */
    Turns prompt(Cell cell, String text) {
        var whole = text.stripTrailing();
        var last = speakers(whole).stream().reduce((first, second) -> second);
        return read(
                cell,
                last.filter(it -> isCue(it, whole))
                        .map(it -> whole.substring(0, it.start()))
                        .orElse(whole));
    }

    private static boolean isCue(MatchResult speaker, String text) {
        return speaker.group(1) == null && speaker.start() > 0 && speaker.end() == text.length();
    }

    private Turns read(Cell cell, String text) {
        if (!matches(text)) {
            throw new BadRowException(DefectKind.MALFORMED_FIELD, cell.path(), expected, Excerpt.quoted(text));
        }
        var speakers = speakers(text);
        var messages = new ArrayList<Message>();
        for (int i = 0; i < speakers.size(); i++) {
            int end = i + 1 < speakers.size() ? speakers.get(i + 1).start() : text.length();
            var content = text.substring(speakers.get(i).end(), end).strip();
            if (content.isEmpty()) {
                var found = "nothing in turn " + (i + 1) + " of " + speakers.size();
                throw new BadRowException(DefectKind.EMPTY_FIELD, cell.path(), "words in every turn", found);
            }
            var role = speakers.get(i).group(1) == null ? Role.ASSISTANT : Role.USER;
            messages.add(new Message(role, cell.limited(content)));
        }
        return new Turns(cell.path(), List.copyOf(messages));
    }

    /** What stands before each turn. The pattern is tried nowhere but at the start and where turns may part. */
    private List<MatchResult> speakers(String text) {
        var found = new ArrayList<MatchResult>();
        var matcher = speaker.matcher(text).useAnchoringBounds(false);
        int at = 0;
        while (at >= 0) {
            boolean matches = matcher.region(at, text.length()).lookingAt();
            if (matches) {
                found.add(matcher.toMatchResult());
            }
            at = text.indexOf(parting, matches ? matcher.end() : at + 1);
        }
        return found;
    }
}
