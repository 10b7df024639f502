package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Excerpt;
import io.kernelign.data.pair.Role;
import io.kernelign.data.pair.Turn;
import io.kernelign.data.text.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to write a conversation into one text: before each turn stands a mark that names its speaker. White space around a
 * turn, and before the first mark, is not part of it.
 */
enum Transcript {
    /** Anthropic's. */
    ANTHROPIC("\n\n", "Human", "Assistant", ":", "\n\nHuman:", "\\n\\nHuman: ... \\n\\nAssistant: ..."),
    /** The same in the capitals of the SHP family. */
    CAPITALS("\n\n", "HUMAN", "ASSISTANT", ":", "HUMAN:", "HUMAN: ... \\n\\nASSISTANT: ..."),
    /** SteerLM's, whose marks stand on lines of their own. */
    STEER(
            "\n<extra_id_1>",
            "User",
            "Assistant",
            "\n",
            "<extra_id_1>User\n",
            "<extra_id_1>User\\n...\\n<extra_id_1>Assistant\\n...");

    /** What stands before a turn, from {@code start} to {@code end}. */
    private record Mark(int start, int end, Role speaker) {}

    /** A transcript that was read: its marks and, behind each, its turn. */
    private record Reading(Text text, List<Mark> marks, Turns turns) {}

    private final Text parting;
    private final Text firstParting;
    private final Text user;
    private final Text assistant;
    private final Text closing;
    private final Text opening;
    private final String expected;

    /**
     * @param parting what a mark begins with, but for the first, which needs no white space before it
     * @param user how it names the user
     * @param assistant how it names the assistant
     * @param closing what it ends with; the end of the text will do for a line feed
     * @param opening how a transcript begins when the user's turn is first
     */
    Transcript(String parting, String user, String assistant, String closing, String opening, String form) {
        this.parting = Text.of(parting);
        this.firstParting = Text.of(parting.stripLeading());
        this.user = Text.of(user);
        this.assistant = Text.of(assistant);
        this.closing = Text.of(closing);
        this.opening = Text.of(opening);
        this.expected = "a transcript \"" + form + "\"";
    }

    Text opening() {
        return opening;
    }

    String expected() {
        return expected;
    }

    /** Whether a text begins exactly as such a transcript does, and so is one where it could be any text. */
    boolean opens(Text text) {
        return text.startsWith(opening);
    }

    /** Whether a text that should be such a transcript is one. */
    boolean matches(Text text) {
        return markAt(text, 0) != null;
    }

    /** All turns of a transcript. */
    Turns turns(Cell cell) {
        return read(cell, cell.longText()).turns();
    }

    /** All turns of two transcripts, which are likely to begin alike: what they share is read once. */
    List<Turns> turns(Cell first, Cell second) {
        var reading = read(first, first.longText());
        return List.of(
                reading.turns(), readOn(reading, second, second.longText()).turns());
    }

    /** The turns of a transcript that may end by naming the assistant, whose turn is next. */
    Turns prompt(Cell cell, Text text) {
        var whole = text.stripTrailing();
        var marks = marks(whole, List.of());
        var isCued = !marks.isEmpty() && isCue(marks.get(marks.size() - 1), whole);
        return read(cell, isCued ? whole.part(0, marks.get(marks.size() - 1).start()) : whole)
                .turns();
    }

    private static boolean isCue(Mark mark, Text text) {
        return mark.speaker() == Role.ASSISTANT && mark.start() > 0 && mark.end() == text.length();
    }

    private Reading read(Cell cell, Text text) {
        var marks = marks(text, List.of());
        if (marks.isEmpty() || marks.get(0).start() > 0) {
            throw new BadRowException(
                    DefectKind.MALFORMED_FIELD, cell.path(), expected, Excerpt.quoted(text.toString()));
        }
        return read(cell, text, marks, List.of());
    }

    /** Goes on where another transcript ceases to be the same. */
    private Reading readOn(Reading other, Cell cell, Text text) {
        int same = text.sharedWith(other.text());
        int shared = 0;
        while (shared < other.marks().size() && other.marks().get(shared).end() <= same) {
            shared++;
        }
        if (shared == 0) {
            return read(cell, text);
        }
        return read(
                cell,
                text,
                marks(text, other.marks().subList(0, shared)),
                other.turns().turns().subList(0, shared - 1));
    }

    /** @param begun the first turns, if they are known */
    private static Reading read(Cell cell, Text text, List<Mark> marks, List<Turn> begun) {
        var messages = new ArrayList<Turn>(marks.size());
        messages.addAll(begun);
        for (int i = begun.size(); i < marks.size(); i++) {
            int end = i + 1 < marks.size() ? marks.get(i + 1).start() : text.length();
            var content = text.part(marks.get(i).end(), end).strip();
            if (content.isEmpty()) {
                var found = "nothing in turn " + (i + 1) + " of " + marks.size();
                throw new BadRowException(DefectKind.EMPTY_FIELD, cell.path(), "words in every turn", found);
            }
            messages.add(new Turn(marks.get(i).speaker(), cell.limited(content)));
        }
        return new Reading(text, marks, new Turns(cell.path(), List.copyOf(messages)));
    }

    /** @param begun the first marks, if they are known */
    private List<Mark> marks(Text text, List<Mark> begun) {
        var found = new ArrayList<>(begun);
        int at = begun.isEmpty()
                ? 0
                : text.indexOf(parting, begun.get(begun.size() - 1).end());
        while (at >= 0) {
            var mark = markAt(text, at);
            if (mark != null) {
                found.add(mark);
            }
            at = text.indexOf(parting, mark == null ? at + 1 : mark.end());
        }
        return found;
    }

    /** The mark that begins there, or {@code null}. */
    private Mark markAt(Text text, int at) {
        int begin = at == 0 ? text.endOfWhiteSpace(0) : at;
        var part = at == 0 ? firstParting : parting;
        int name = begin + part.length();
        if (!text.hasAt(begin, part)) {
            return null;
        }
        return text.hasAt(name, user)
                ? closed(text, at, name + user.length(), Role.USER)
                : text.hasAt(name, assistant) ? closed(text, at, name + assistant.length(), Role.ASSISTANT) : null;
    }

    private Mark closed(Text text, int start, int end, Role speaker) {
        if (text.hasAt(end, closing)) {
            return new Mark(start, end + closing.length(), speaker);
        }
        return closing.isBlank() && end == text.length() ? new Mark(start, end, speaker) : null;
    }
}
