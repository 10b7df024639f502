package io.kernelign.gateway.dataset;

import io.kernelign.data.ImportOptions;
import io.kernelign.data.OnError;
import io.kernelign.data.layout.FieldMapping;
import io.kernelign.data.layout.LayoutOptions;
import io.kernelign.data.layout.Layouts;
import io.kernelign.data.layout.PairChoice;
import io.kernelign.data.rows.Limits;
import io.kernelign.data.split.SplitOptions;
import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an upload says beside the file.
 *
 * @param name {@code null} when it gives none
 */
public record UploadOptions(String name, ImportOptions rules) {

    private static final Field<String> NAME =
            Field.optional("name", Types.text(200), "Name of the data set; that of the file when absent.");
    private static final Field<String> FORMAT =
            Field.optional("format", Types.choice(Layouts.names()), "Layout of the rows; recognised when absent.");
    private static final Field<FieldMapping> MAPPING = Field.optional(
            "mapping", new MappingType(), "Where the fields of a pair stand in a row, in place of a layout.");
    private static final Field<PairChoice> PAIRS = Field.optional(
            "pairs",
            Types.constant(PairChoice.class),
            "Which pairs a row with several responses makes; best if absent.");
    private static final Field<Double> MIN_SCORE_RATIO = Field.optional(
            "minScoreRatio", Types.number(1, 1e9), "Rows of a lower score ratio are dropped; all kept when absent.");
    private static final Field<Integer> MAX_PAIRS_PER_PROMPT = Field.optional(
            "maxPairsPerPrompt",
            Types.integer(1, LayoutOptions.MOST_PAIRS_PER_PROMPT),
            "How many pairs of consecutive rows with the same prompt are kept; all when absent.");
    private static final Field<OnError> ON_ERROR = Field.defaulted(
            "onError", Types.constant(OnError.class), OnError.REJECT, "What a bad row does: reject all, or skip it.");
    private static final Field<Double> MAX_SKIP_SHARE = Field.defaulted(
            "maxSkipShare", Types.number(0, 1), 0.01, "Largest share of bad rows that onError=skip passes over.");
    private static final Field<Integer> SEED =
            Field.defaulted("seed", Types.integer(0, Integer.MAX_VALUE), 0, "Another seed holds out other prompts.");
    private static final Field<Double> HELD_OUT_SHARE = Field.defaulted(
            "heldOutShare",
            Types.number(0.001, 0.999),
            0.1,
            "Share of the prompts that is held out of training. This or seed, when given, overrides a column split.");

    private static final List<Field<?>> FIELDS = List.of(
            NAME,
            FORMAT,
            MAPPING,
            PAIRS,
            MIN_SCORE_RATIO,
            MAX_PAIRS_PER_PROMPT,
            ON_ERROR,
            MAX_SKIP_SHARE,
            SEED,
            HELD_OUT_SHARE);
    private static final List<String> NUMBERS = List.of(
            MIN_SCORE_RATIO.name(),
            MAX_PAIRS_PER_PROMPT.name(),
            MAX_SKIP_SHARE.name(),
            SEED.name(),
            HELD_OUT_SHARE.name());

    private static final ObjectType<UploadOptions> TYPE =
            ObjectType.of(FIELDS, UploadOptions::build, options -> Map.of()).checkedBy(UploadOptions::check);

    /** @throws io.kernelign.input.InvalidInputException for a parameter that is unknown or out of range */
    public static UploadOptions read(Map<String, String> parameters) {
        return TYPE.read(parameters.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, parameter -> plain(parameter.getKey(), parameter.getValue()))));
    }

    /** The same, for a data set that is called so unless they name it. */
    public UploadOptions orNamed(String other) {
        return name == null ? new UploadOptions(other, rules) : this;
    }

    private static void check(Values values) {
        if (values.given(MAX_SKIP_SHARE) && values.get(ON_ERROR) != OnError.SKIP) {
            values.reject(MAX_SKIP_SHARE, "no value unless onError is skip");
        }
        if (values.given(FORMAT) && values.given(MAPPING)) {
            values.reject(FORMAT, "no value beside mapping");
        }
    }

    private static UploadOptions build(Values values) {
        var layout = new LayoutOptions(
                values.get(FORMAT),
                values.get(MAPPING),
                values.get(PAIRS),
                values.get(MIN_SCORE_RATIO),
                values.get(MAX_PAIRS_PER_PROMPT));
        var ownSplit = !values.given(SEED) && !values.given(HELD_OUT_SHARE);
        return new UploadOptions(
                values.get(NAME),
                new ImportOptions(
                        layout,
                        values.get(ON_ERROR),
                        values.get(MAX_SKIP_SHARE),
                        new SplitOptions(ownSplit, values.get(HELD_OUT_SHARE), values.get(SEED)),
                        Limits.DEFAULT));
    }

    /** Parameters are texts; where a number is expected, a text that is one is read as one. */
    private static Object plain(String name, String text) {
        if (!NUMBERS.contains(name)) {
            return text;
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
