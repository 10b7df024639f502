package io.kernelign.data;

import static io.kernelign.data.Imported.OPTIONS;
import static io.kernelign.data.Imported.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.layout.LayoutOptions;
import io.kernelign.data.layout.Layouts;
import io.kernelign.data.layout.PairChoice;
import org.junit.jupiter.api.Test;

class RecognitionTest {

    private static final String WHOLE =
            "[{\"role\": \"user\", \"content\": \"q\"}, {\"role\": \"assistant\", \"content\": \"%s\"}]";

    private static String conversations(String more) {
        return "{\"chosen\": %s, \"rejected\": %s%s}".formatted(WHOLE.formatted("a"), WHOLE.formatted("b"), more);
    }

    private static ImportReport report(ImportOptions options, String... rows) {
        return Imported.of(options, rows).report();
    }

    private static String reason(String... rows) {
        return report(OPTIONS, rows).layoutReason();
    }

    @Test
    void the_reason_names_the_columns_and_their_forms() {
        assertThat(reason(row("q", "a", "b")))
                .isEqualTo("the rows (1 was looked at) have prompt (text or a list of messages),"
                        + " chosen, rejected (text or the messages of a response)");
        assertThat(reason(Imported.rows(150))).startsWith("the first 100 rows have prompt");
    }

    @Test
    void the_reason_says_what_else_would_fit_and_what_nearly_does() {
        assertThat(reason(conversations(", \"prompt\": \"q\", \"score_chosen\": 1, \"score_rejected\": 0")))
                .isEqualTo("the rows (1 was looked at) have prompt (text), chosen, rejected (the messages of a whole"
                        + " conversation), score_chosen, score_rejected (a number);"
                        + " trl-implicit would fit too, but knows no more of the columns");
        assertThat(reason(conversations(", \"rating_chosen\": 1")))
                .isEqualTo("the rows (1 was looked at) have chosen, rejected (the messages of a whole conversation);"
                        + " not capybara, for want of rating_rejected (a number)");
    }

    @Test
    void a_bad_first_row_does_not_hide_the_layout() {
        var lines = Imported.rows(4);
        lines[0] = "{\"chosen\": 1}";
        assertThat(report(Imported.LENIENT, lines).layout()).isEqualTo("trl");
    }

    @Test
    void rows_of_another_layout_in_the_same_file_are_bad_rows() {
        var lines = Imported.rows(4);
        lines[3] = "{\"question\": \"q\", \"response_j\": \"a\", \"response_k\": \"b\"}";
        assertThat(report(Imported.LENIENT, lines).defects().get(0).message())
                .isEqualTo("line 4, prompt: expected text or a list of messages {role, content}, found nothing");
    }

    @Test
    void format_forces_a_layout() {
        var row = row("Why?", "Because.", "No.");
        assertThat(report(OPTIONS.withFormat("trl"), row).layoutReason()).isEqualTo("format=trl asks for it");
        assertThatThrownBy(() -> report(OPTIONS.withFormat("openai"), row))
                .isInstanceOf(RejectedDataException.class)
                .hasMessage("1 of 1 rows cannot be used and no pair is left; line 1, input: "
                        + "expected a list of messages {role, content}, found nothing");
    }

    @Test
    void an_unknown_format_is_refused_with_the_names_there_are() {
        assertThatThrownBy(() -> OPTIONS.withFormat("dpo"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("format is \"dpo\"; accepted is trl, trl-implicit, openai, hh-rlhf, helpsteer,"
                        + " helpsteer2-preference, arena-2023, arena-2024, alpacafarm, prm800k, shp, ultrafeedback,"
                        + " nectar, orca, orca-distilabel, capybara, sharegpt, alpaca, stackexchange");
    }

    @Test
    void columns_of_no_layout_are_refused_with_a_list_of_all_layouts() {
        assertThatThrownBy(() -> report(OPTIONS, "{\"question\": \"Why?\", \"answer\": \"No.\"}"))
                .isInstanceOfSatisfying(UnusableInputException.class, e -> {
                    assertThat(e.field()).isEqualTo("file");
                    assertThat(e.found()).isEqualTo("made of the columns question, answer");
                    assertThat(e.accepted())
                            .contains(Layouts.names())
                            .contains("openai: input (an object with messages), preferred_output,")
                            .endsWith("or a mapping of its fields");
                });
    }

    @Test
    void an_option_that_the_layout_does_not_use_is_refused() {
        var pairs = OPTIONS.withLayout(LayoutOptions.NONE.withPairs(PairChoice.ALL));
        assertThatThrownBy(() -> report(pairs, row("q", "a", "b")))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("pairs is all; accepted is no value for the layout trl; it acts on prm800k, nectar");
        var ratio = OPTIONS.withLayout(LayoutOptions.ofFormat("openai").withMinScoreRatio(2));
        assertThatThrownBy(() -> report(ratio, row("q", "a", "b")))
                .hasMessage("minScoreRatio is 2.0; accepted is no value for the layout openai; it acts on shp");
    }

    @Test
    void options_out_of_range_are_refused() {
        assertThatThrownBy(() -> LayoutOptions.NONE.withMinScoreRatio(0.5))
                .hasMessage("minScoreRatio is 0.5; accepted is a number from 1");
        assertThatThrownBy(() -> LayoutOptions.NONE.withMaxPairsPerPrompt(17))
                .hasMessage("maxPairsPerPrompt is 17; accepted is a whole number from 1 to 16");
    }
}
