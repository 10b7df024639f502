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

/** Conversations in one text: {@code "\n\nHuman: ...\n\nAssistant: ..."}; white space around a turn is not part of it. */
final class Transcript {

    private static final Pattern SPEAKER = Pattern.compile("(?:\\A\\s*|\\n\\n)(Human|Assistant):");
    private static final String EXPECTED = "a transcript \"\\n\\nHuman: ... \\n\\nAssistant: ...\"";

    private Transcript() {}

    static boolean looksLikeOne(String text) {
        return SPEAKER.matcher(text).lookingAt();
    }

    static Turns read(String field, String text, int longestText) {
        if (!looksLikeOne(text)) {
            throw new BadRowException(DefectKind.MALFORMED_FIELD, field, EXPECTED, Excerpt.quoted(text));
        }
        var speakers = SPEAKER.matcher(text).results().toList();
        var messages = new ArrayList<Message>();
        for (int i = 0; i < speakers.size(); i++) {
            int end = i + 1 < speakers.size() ? speakers.get(i + 1).start() : text.length();
            var content = text.substring(speakers.get(i).end(), end).strip();
            if (content.isEmpty()) {
                var found = "nothing in turn " + (i + 1) + " of " + speakers.size();
                throw new BadRowException(DefectKind.EMPTY_FIELD, field, "words in every turn", found);
            }
            messages.add(new Message(role(speakers.get(i)), Texts.bounded(field, content, longestText)));
        }
        return new Turns(field, List.copyOf(messages));
    }

    private static Role role(MatchResult speaker) {
        return speaker.group(1).equals("Human") ? Role.USER : Role.ASSISTANT;
    }
}
