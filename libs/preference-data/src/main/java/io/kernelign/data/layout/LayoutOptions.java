package io.kernelign.data.layout;

import io.kernelign.data.defect.UnusableInputException;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the rows of an import are to be read; {@code null} where it does not say.
 *
 * @param format name of the layout; recognised when {@code null}
 * @param mapping where the fields of a pair stand, in place of a layout
 * @param pairs which pairs a row makes that could make several; the best against the worst when {@code null}
 * @param minScoreRatio rows with a lower score ratio are dropped; from 1
 * @param maxPairsPerPrompt how many pairs of a prompt are kept, 1 to 16
 */
public record LayoutOptions(
        String format, FieldMapping mapping, PairChoice pairs, Double minScoreRatio, Integer maxPairsPerPrompt) {

    public static final LayoutOptions NONE = new LayoutOptions(null, null, null, null, null);

    /** Most pairs of a prompt that can be asked for: so many are held in memory. */
    public static final int MOST_PAIRS_PER_PROMPT = 16;

    /** @throws UnusableInputException an option is out of range, names no layout or cannot stand beside another */
    public LayoutOptions {
        if (format != null) {
            Layouts.named(format);
        }
        if (format != null && mapping != null) {
            throw new UnusableInputException("format", '"' + format + '"', "no value beside mapping");
        }
        if (minScoreRatio != null && !(minScoreRatio >= 1)) {
            throw new UnusableInputException("minScoreRatio", minScoreRatio.toString(), "a number from 1");
        }
        if (maxPairsPerPrompt != null && (maxPairsPerPrompt < 1 || maxPairsPerPrompt > MOST_PAIRS_PER_PROMPT)) {
            throw new UnusableInputException(
                    "maxPairsPerPrompt",
                    maxPairsPerPrompt.toString(),
                    "a whole number from 1 to " + MOST_PAIRS_PER_PROMPT);
        }
    }

    public static LayoutOptions ofFormat(String name) {
        return new LayoutOptions(name, null, null, null, null);
    }

    public static LayoutOptions ofMapping(FieldMapping mapping) {
        return new LayoutOptions(null, mapping, null, null, null);
    }

    public LayoutOptions withPairs(PairChoice choice) {
        return new LayoutOptions(format, mapping, choice, minScoreRatio, maxPairsPerPrompt);
    }

    public LayoutOptions withMinScoreRatio(double ratio) {
        return new LayoutOptions(format, mapping, pairs, ratio, maxPairsPerPrompt);
    }

    public LayoutOptions withMaxPairsPerPrompt(int count) {
        return new LayoutOptions(format, mapping, pairs, minScoreRatio, count);
    }

    boolean allPairs() {
        return pairs == PairChoice.ALL;
    }

    /** @throws UnusableInputException an option is given that does not act on that layout */
    public void requireEffectOn(Layout layout) {
        given().forEach((option, value) -> {
            if (!layout.options().contains(option)) {
                throw new UnusableInputException(
                        option.text(),
                        value,
                        "no value for the layout " + layout.name() + "; it acts on " + thoseWith(option));
            }
        });
    }

    private Map<LayoutOption, String> given() {
        var given = new EnumMap<LayoutOption, String>(LayoutOption.class);
        if (pairs != null) {
            given.put(LayoutOption.PAIRS, pairs.text());
        }
        if (minScoreRatio != null) {
            given.put(LayoutOption.MIN_SCORE_RATIO, minScoreRatio.toString());
        }
        if (maxPairsPerPrompt != null) {
            given.put(LayoutOption.MAX_PAIRS_PER_PROMPT, maxPairsPerPrompt.toString());
        }
        return given;
    }

    private static String thoseWith(LayoutOption option) {
        return Layouts.ALL.stream()
                .filter(layout -> layout.options().contains(option))
                .map(Layout::name)
                .collect(Collectors.joining(", "));
    }
}
