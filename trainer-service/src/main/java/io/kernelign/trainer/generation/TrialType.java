package io.kernelign.trainer.generation;

import io.kernelign.data.pair.Role;
import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import io.kernelign.lm.generation.AnswerLimits;
import io.kernelign.lm.generation.Asked;
import io.kernelign.lm.generation.Sampling;
import io.kernelign.lm.tokenizer.Message;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The one declaration of a trial's JSON: fields, defaults, ranges and their sentences. */
final class TrialType {

    private static final int LONGEST_TEXT = 100_000;
    private static final String BASE = "base";

    private static final Field<Role> ROLE = Field.required("role", Types.constant(Role.class), "Who speaks.");
    private static final Field<String> CONTENT =
            Field.required("content", Types.anyText(LONGEST_TEXT), "What is said.");
    private static final ObjectType<Message> MESSAGE = ObjectType.of(
            List.of(ROLE, CONTENT),
            values -> new Message(values.get(ROLE).text(), values.get(CONTENT)),
            message -> Map.of(ROLE.name(), message.role(), CONTENT.name(), message.content()));

    private static final Field<List<String>> PROMPTS = Field.optional(
            "prompts", Types.listOf(Types.anyText(LONGEST_TEXT), 1, 32), "Questions, each a conversation of its own.");
    private static final Field<List<Message>> MESSAGES = Field.optional(
            "messages", Types.listOf(MESSAGE, 1, 200), "One conversation to be answered, instead of prompts.");
    private static final Field<Integer> MAX_TOKENS =
            Field.defaulted("maxTokens", Types.integer(1, 2048), 128, "Most tokens of an answer.");
    private static final Field<Double> TEMPERATURE = Field.defaulted(
            "temperature", Types.number(0, 5), 0.0, "0 takes the most probable token, 1 draws as the model says.");
    private static final Field<Double> TOP_P = Field.defaulted(
            "topP", Types.numberAbove(0, 1), 1.0, "Draws from the most probable tokens with this share together.");
    private static final Field<List<String>> STOP = Field.defaulted(
            "stop", Types.listOf(Types.anyText(100), 0, 8), List.of(), "Texts before which an answer ends.");
    private static final Field<Integer> SEED =
            Field.defaulted("seed", Types.integer(0, Integer.MAX_VALUE), 0, "Decides the draws.");
    private static final Field<String> COMPARE = Field.defaulted(
            "compare", Types.choice(List.of(BASE, "none")), BASE, "Whether the base model answers too.");

    static final ObjectType<Trial> TYPE = ObjectType.of(
                    List.of(PROMPTS, MESSAGES, MAX_TOKENS, TEMPERATURE, TOP_P, STOP, SEED, COMPARE),
                    TrialType::build,
                    TrialType::write)
            .checkedBy(TrialType::check);

    private TrialType() {}

    private static void check(Values values) {
        if (values.given(PROMPTS) == values.given(MESSAGES)) {
            values.reject(PROMPTS, "either prompts or messages");
        }
    }

    private static Trial build(Values values) {
        return new Trial(
                values.find(MESSAGES)
                        .map(messages -> List.of(new Asked(MESSAGES.name(), messages)))
                        .orElseGet(() -> asked(values.get(PROMPTS))),
                new AnswerLimits(values.get(MAX_TOKENS), values.get(STOP)),
                new Sampling(values.get(TEMPERATURE), values.get(TOP_P), values.get(SEED)),
                values.get(COMPARE).equals(BASE));
    }

    private static List<Asked> asked(List<String> prompts) {
        return IntStream.range(0, prompts.size())
                .mapToObj(i -> new Asked(
                        PROMPTS.name() + "[" + i + "]", List.of(new Message(Role.USER.text(), prompts.get(i)))))
                .toList();
    }

    private static Map<String, Object> write(Trial trial) {
        throw new UnsupportedOperationException("a trial is only read");
    }
}
