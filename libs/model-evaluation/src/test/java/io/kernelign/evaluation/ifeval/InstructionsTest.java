package io.kernelign.evaluation.ifeval;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.evaluation.ifeval.instruction.Instruction;
import io.kernelign.evaluation.ifeval.instruction.Instructions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Constructed responses, as the authors' checker judges them. */
class InstructionsTest {

    static Stream<Named<JsonNode>> cases() {
        return Golden.constructed()
                .get("cases")
                .valueStream()
                .map(it -> Named.of(it.get("kind").asString() + it.get("arguments") + " " + it.get("response"), it));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_response_is_judged_as_by_the_authors(JsonNode it) {
        var verdicts = Verdicts.of(
                new InstructedPrompt(0, "", List.of(instruction(it))),
                it.get("response").asString());

        assertThat(Golden.written(verdicts.strict()))
                .as("strict")
                .isEqualTo(it.get("strict").asString());
        assertThat(Golden.written(verdicts.loose()))
                .as("loose")
                .isEqualTo(it.get("loose").asString());
    }

    @Test
    void of_every_kind_there_are_responses_that_follow_and_such_that_do_not() {
        for (var kind : Instructions.IDS) {
            var strict = Golden.constructed()
                    .get("cases")
                    .valueStream()
                    .filter(it -> it.get("kind").asString().equals(kind))
                    .map(it -> it.get("strict").asString());
            assertThat(strict).as(kind).contains("0", "1");
        }
    }

    @Test
    void there_are_the_25_kinds_of_the_paper() {
        assertThat(Instructions.IDS).hasSize(25);
    }

    private static Instruction instruction(JsonNode it) {
        return Instructions.of(it.get("kind").asString(), it.get("arguments"));
    }
}
