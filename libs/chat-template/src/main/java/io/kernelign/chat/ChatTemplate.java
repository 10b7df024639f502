package io.kernelign.chat;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A chat template: text with the part of Jinja in it that models use to write a conversation down. It renders as
 * transformers' {@code apply_chat_template} does. Rendering does no I/O, calls nothing but the functions listed in this
 * package, and is bounded in steps, output and depth. Immutable and safe to share between threads.
 */
public final class ChatTemplate {

    private static final int LONGEST = 1 << 20;

    private final Statement.Block body;
    private final Clock clock;

    private ChatTemplate(Statement.Block body, Clock clock) {
        this.body = body;
        this.clock = clock;
    }

    /** @throws TemplateException with the line and what is wrong or not supported there */
    public static ChatTemplate parse(String source) {
        if (source.length() > LONGEST) {
            throw new TemplateException(
                    1, "the template has %d characters; accepted are at most %d".formatted(source.length(), LONGEST));
        }
        return new ChatTemplate(StatementParser.parse(source), Clock.systemDefaultZone());
    }

    /** The same template, with another clock behind {@code strftime_now}. */
    public ChatTemplate withClock(Clock other) {
        return new ChatTemplate(body, other);
    }

    /**
     * Writes a conversation down.
     *
     * @param messages JSON objects with {@code role} and {@code content}, in order
     * @param addGenerationPrompt whether the text ends where the assistant's answer begins
     * @param variables further variables as JSON data, such as {@code bos_token}
     * @throws TemplateRefusal when the template refuses the conversation
     * @throws TemplateException when it fails otherwise or costs too much
     */
    public String render(List<Map<String, Object>> messages, boolean addGenerationPrompt, Map<String, ?> variables) {
        var all = new HashMap<String, Object>(Globals.at(clock));
        all.put("tools", null);
        all.put("documents", null);
        variables.forEach((name, value) -> all.put(name, Values.of(value)));
        all.put("messages", Values.of(messages));
        all.put("add_generation_prompt", addGenerationPrompt);
        var scope = Scope.outermost(all);
        var output = new Output(scope.meter());
        try {
            body.run(scope.inner(), output);
        } catch (StackOverflowError e) {
            throw new TemplateException(1, "the template nests too deeply");
        }
        return output.text();
    }
}
