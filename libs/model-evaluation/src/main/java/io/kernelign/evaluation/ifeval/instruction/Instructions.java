package io.kernelign.evaluation.ifeval.instruction;

import static java.util.Map.entry;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The kinds of instructions, by the names that prompts call them. */
public final class Instructions {

    private static final Map<String, Function<Arguments, Check>> KINDS = Map.ofEntries(
            entry("change_case:capital_word_frequency", CapitalWordFrequency::of),
            entry("change_case:english_capital", none -> new EnglishCapital()),
            entry("change_case:english_lowercase", none -> new EnglishLowercase()),
            entry("combination:repeat_prompt", RepeatPrompt::of),
            entry("combination:two_responses", none -> new TwoResponses()),
            entry("detectable_content:number_placeholders", NumberPlaceholders::of),
            entry("detectable_content:postscript", Postscript::of),
            entry("detectable_format:constrained_response", none -> new ConstrainedResponse()),
            entry("detectable_format:json_format", none -> new JsonFormat()),
            entry("detectable_format:multiple_sections", MultipleSections::of),
            entry("detectable_format:number_bullet_lists", NumberBulletLists::of),
            entry("detectable_format:number_highlighted_sections", NumberHighlightedSections::of),
            entry("detectable_format:title", none -> new Title()),
            entry("keywords:existence", KeywordExistence::of),
            entry("keywords:forbidden_words", ForbiddenWords::of),
            entry("keywords:frequency", KeywordFrequency::of),
            entry("keywords:letter_frequency", LetterFrequency::of),
            entry("language:response_language", ResponseLanguage::of),
            entry("length_constraints:nth_paragraph_first_word", NthParagraphFirstWord::of),
            entry("length_constraints:number_paragraphs", NumberParagraphs::of),
            entry("length_constraints:number_sentences", NumberSentences::of),
            entry("length_constraints:number_words", NumberWords::of),
            entry("punctuation:no_comma", none -> new NoComma()),
            entry("startend:end_checker", EndChecker::of),
            entry("startend:quotation", none -> new Quotation()));

    /** Their names, in alphabetical order. */
    public static final Set<String> IDS = Collections.unmodifiableSet(new TreeSet<>(KINDS.keySet()));

    private Instructions() {}

    /**
     * An instruction with its arguments.
     *
     * @param id one of {@link #IDS}
     * @param arguments a JSON object; a null in it counts as absent
     * @throws InvalidInputException when an argument is missing, unknown or out of its range
     */
    public static Instruction of(String id, JsonNode arguments) {
        var kind = KINDS.get(id);
        if (kind == null) {
            throw new InvalidInputException(
                    FieldError.unacceptable("instruction", id, "one of " + String.join(", ", IDS)));
        }
        var given = new Arguments(arguments);
        var check = kind.apply(given);
        given.refuseUnread();
        return new Instruction(id, check);
    }
}
