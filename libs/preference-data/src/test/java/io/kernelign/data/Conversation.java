package io.kernelign.data;

import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.Role;
import io.kernelign.property.Draw;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A canonical pair that may have system turn, earlier rounds and responses of several turns. */
record Conversation(List<Message> prompt, List<Message> chosen, List<Message> rejected) {

    private static final List<Integer> LETTERS =
            "ab \n\"\\é漢\uD83D\uDE00:{}[],<>".codePoints().boxed().toList();

    /** @param number makes it differ from others */
    static Conversation drawn(Draw draw, int number) {
        var prompt = new ArrayList<Message>();
        if (draw.flag()) {
            prompt.add(turn(draw, Role.SYSTEM, number));
        }
        for (int rounds = draw.integer(0, 2); rounds > 0; rounds--) {
            prompt.add(turn(draw, Role.USER, number));
            prompt.add(turn(draw, Role.ASSISTANT, number));
        }
        prompt.add(turn(draw, Role.USER, number));
        return new Conversation(prompt, response(draw, "good"), response(draw, "bad"));
    }

    private static List<Message> response(Draw draw, String first) {
        var turns = new ArrayList<>(List.of(new Message(Role.ASSISTANT, first + text(draw))));
        if (draw.integer(0, 3) == 0) {
            turns.add(new Message(Role.USER, text(draw)));
            turns.add(new Message(Role.ASSISTANT, text(draw)));
        }
        return turns;
    }

    private static Message turn(Draw draw, Role role, int number) {
        return new Message(role, text(draw) + number);
    }

    /** No white space at the ends, which transcripts do not keep. */
    private static String text(Draw draw) {
        var text = new StringBuilder("x");
        draw.list(draw.integer(0, 20), () -> draw.choice(LETTERS)).forEach(text::appendCodePoint);
        return text.append('.').toString();
    }

    boolean hasSystem() {
        return prompt.get(0).role() == Role.SYSTEM;
    }

    boolean hasOneRound() {
        return prompt.stream().filter(turn -> turn.role() == Role.USER).count() == 1;
    }

    boolean hasSingleResponses() {
        return chosen.size() == 1 && rejected.size() == 1;
    }

    String system() {
        return hasSystem() ? prompt.get(0).content() : "";
    }

    List<Message> withoutSystem() {
        return hasSystem() ? prompt.subList(1, prompt.size()) : prompt;
    }

    String question() {
        return prompt.get(prompt.size() - 1).content();
    }

    String good() {
        return chosen.get(0).content();
    }

    String bad() {
        return rejected.get(0).content();
    }

    List<Message> wholeWith(List<Message> response) {
        return Stream.concat(prompt.stream(), response.stream()).toList();
    }
}
