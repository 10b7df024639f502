package io.kernelign.evaluation.ifeval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.evaluation.file.BenchmarkFolder;
import io.kernelign.evaluation.ifeval.instruction.Instruction;
import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptFileTest {

    private static final String GOOD = """
            {"key": 1, "prompt": "Sing.", "instruction_id_list": ["punctuation:no_comma", "keywords:frequency"], \
            "kwargs": [{}, {"keyword": "la", "frequency": 3, "relation": "at least", "letter": null}]}
            """;

    @TempDir
    private Path folder;

    private List<InstructedPrompt> read(String lines) throws IOException {
        Files.writeString(folder.resolve(PromptFile.NAME), lines);
        return PromptFile.read(new BenchmarkFolder(folder));
    }

    private static String row(String instruction, String arguments) {
        return "{\"key\": 2, \"prompt\": \"Sing.\", \"instruction_id_list\": [\"%s\"], \"kwargs\": [%s]}"
                .formatted(instruction, arguments);
    }

    @Test
    void a_line_is_a_prompt_with_its_instructions() throws IOException {
        var prompts = read(GOOD + "\n" + row("startend:quotation", "{}") + "\n");

        assertThat(prompts).extracting(InstructedPrompt::key).containsExactly(1L, 2L);
        assertThat(prompts.get(0).text()).isEqualTo("Sing.");
        assertThat(prompts.get(0).instructions())
                .extracting(Instruction::id)
                .containsExactly("punctuation:no_comma", "keywords:frequency");
        assertThat(Verdicts.of(prompts.get(0), "La, la, la").strict()).containsExactly(false, true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no json | line 2, value is \"no json\"; accepted is a JSON object",
                "[1] | line 2, value is [1]; accepted is a JSON object",
                "{} | line 2, key is missing; accepted is a whole number",
                "{\"key\": 1.5} | line 2, key is 1.5; accepted is a whole number",
                "{\"key\": 1} | line 2, key is 1; accepted is one that no line before has",
                "{\"key\": 2} | line 2, prompt is missing; accepted is a text",
                "{\"key\": 2, \"prompt\": \"\", \"instruction_id_list\": []}"
                        + " | line 2, instruction_id_list is []; accepted is a list of at least one instruction",
                "{\"key\": 2, \"prompt\": \"\", \"instruction_id_list\": [\"punctuation:no_comma\"]}"
                        + " | line 2, kwargs is missing; accepted is a list of objects, one for each instruction",
            })
    void a_line_that_is_no_prompt_is_refused_with_its_place(String line, String message) {
        assertThatThrownBy(() -> read(GOOD + line))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("input_data.jsonl, " + message);
    }

    @Test
    void an_unknown_instruction_is_refused_with_those_that_are_known() {
        assertThatThrownBy(() -> read(row("punctuation:no_dots", "{}")))
                .hasMessageStartingWith(
                        "input_data.jsonl, line 1, instruction_id_list[0] is \"punctuation:no_dots\"; accepted is one of "
                                + "change_case:capital_word_frequency, ")
                .hasMessageEndingWith(", startend:quotation");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "punctuation:no_comma | [] | kwargs[0] is []; accepted is an object",
                "punctuation:no_comma | {\"n\": 1} | kwargs[0].n is 1; accepted is no argument",
                "length_constraints:number_words | {\"num_words\": 5}"
                        + " | kwargs[0].relation is missing; accepted is \"less than\" or \"at least\"",
                "length_constraints:number_words | {\"num_words\": 5, \"relation\": \"at most\"}"
                        + " | kwargs[0].relation is \"at most\"; accepted is \"less than\" or \"at least\"",
                "length_constraints:number_words | {\"num_words\": -5, \"relation\": \"at least\"}"
                        + " | kwargs[0].num_words is -5; accepted is a whole number from 0",
                "length_constraints:number_words | {\"num_words\": 5.5, \"relation\": \"at least\"}"
                        + " | kwargs[0].num_words is 5.5; accepted is a whole number from 0",
                "length_constraints:number_words | {\"num_words\": 5, \"relation\": \"at least\", \"unit\": \"word\"}"
                        + " | kwargs[0].unit is \"word\"; accepted is only relation, num_words",
                "length_constraints:nth_paragraph_first_word"
                        + " | {\"num_paragraphs\": 2, \"nth_paragraph\": 3, \"first_word\": \"so\"}"
                        + " | kwargs[0].nth_paragraph is 3; accepted is a whole number from 1 to 2",
                "combination:repeat_prompt | {\"prompt_to_repeat\": \" \"}"
                        + " | kwargs[0].prompt_to_repeat is \" \"; accepted is a text that is not empty",
                "keywords:existence | {\"keywords\": \"sea\"}"
                        + " | kwargs[0].keywords is \"sea\"; accepted is a list of at least one text",
                "keywords:forbidden_words | {\"forbidden_words\": [\"(\"]}"
                        + " | kwargs[0].forbidden_words is \"(\"; accepted is a word or a regular expression",
                "keywords:letter_frequency | {\"letter\": \"ab\", \"let_frequency\": 1, \"let_relation\": \"at least\"}"
                        + " | kwargs[0].letter is \"ab\"; accepted is a single letter",
            })
    void an_argument_that_cannot_be_is_refused_with_its_place(String instruction, String arguments, String message) {
        assertThatThrownBy(() -> read(row(instruction, arguments)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("input_data.jsonl, line 1, " + message);
    }

    @Test
    void a_language_that_cannot_be_told_is_refused() {
        assertThatThrownBy(() -> read(row("language:response_language", "{\"language\": \"xx\"}")))
                .hasMessageStartingWith(
                        "input_data.jsonl, line 1, kwargs[0].language is \"xx\"; accepted is one of af, ar, ");
    }
}
