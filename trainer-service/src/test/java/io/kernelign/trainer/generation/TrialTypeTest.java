package io.kernelign.trainer.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.generation.AnswerLimits;
import io.kernelign.lm.generation.Asked;
import io.kernelign.lm.generation.Sampling;
import io.kernelign.lm.tokenizer.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrialTypeTest {

    @Test
    void prompts_are_conversations_of_their_own_answered_greedily_beside_the_base() {
        assertThat(TrialType.TYPE.read(Map.of("prompts", List.of("Hi", "\n"))))
                .isEqualTo(new Trial(
                        List.of(
                                new Asked("prompts[0]", List.of(new Message("user", "Hi"))),
                                new Asked("prompts[1]", List.of(new Message("user", "\n")))),
                        new AnswerLimits(128, List.of()),
                        Sampling.GREEDY,
                        true));
    }

    @Test
    void messages_are_one_conversation_and_everything_can_be_set() {
        var request = Map.of(
                "messages",
                List.of(Map.of("role", "system", "content", "Be brief."), Map.of("role", "user", "content", "Hi")),
                "maxTokens",
                7,
                "temperature",
                0.5,
                "topP",
                0.9,
                "stop",
                List.of("\n"),
                "seed",
                3,
                "compare",
                "none");

        assertThat(TrialType.TYPE.read(request))
                .isEqualTo(new Trial(
                        List.of(new Asked(
                                "messages", List.of(new Message("system", "Be brief."), new Message("user", "Hi")))),
                        new AnswerLimits(7, List.of("\n")),
                        new Sampling(0.5, 0.9, 3),
                        false));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("topK", 3, "topK is not a known field"),
                Arguments.of("prompts", List.of(), "prompts is []; accepted is a list of 1 to 32"),
                Arguments.of("prompts", List.of("a", ""), "prompts[1] is \"\"; accepted is a text of 1 to"),
                Arguments.of("maxTokens", 0, "maxTokens is 0; accepted is a whole number from 1 to 2048"),
                Arguments.of("temperature", -1, "temperature is -1; accepted is a number from 0 to 5"),
                Arguments.of("topP", 0, "topP is 0; accepted is a number above 0, at most 1"),
                Arguments.of("stop", "x", "stop is \"x\"; accepted is a list of 0 to 8"),
                Arguments.of("seed", 0.5, "seed is 0.5; accepted is a whole number"),
                Arguments.of("compare", true, "compare is true; accepted is one of base, none"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void a_bad_field_is_named_with_what_was_found_and_what_is_accepted(String field, Object value, String message) {
        var request = new HashMap<String, Object>(Map.of("prompts", List.of("Hi")));
        request.put(field, value);
        assertThatThrownBy(() -> TrialType.TYPE.read(request))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void either_prompts_or_messages_are_asked() {
        var messages = List.of(Map.of("role", "user", "content", "Hi"));
        for (var request : List.of(
                Map.<String, Object>of(), Map.<String, Object>of("prompts", List.of("a"), "messages", messages))) {
            assertThatThrownBy(() -> TrialType.TYPE.read(request))
                    .hasMessageEndingWith("accepted is either prompts or messages");
        }
        assertThatThrownBy(() ->
                        TrialType.TYPE.read(Map.of("messages", List.of(Map.of("role", "critic", "content", "Hm")))))
                .hasMessage("messages[0].role is \"critic\"; accepted is one of system, user, assistant");
    }
}
