package io.kernelign.data.layout;

import io.kernelign.data.defect.UnusableInputException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A layout and why it was chosen.
 *
 * @param reason as a sentence without a full stop
 */
public record Recognition(Layout layout, String reason) {

    private static final Comparator<KnownLayout> MOST_COLUMNS =
            Comparator.comparing(layout -> -layout.signature().size());

    /**
     * The layout that the options ask for; empty when they ask for none.
     *
     * @throws UnusableInputException an option does not act on that layout
     */
    public static Optional<Recognition> asked(LayoutOptions options) {
        var asked = Optional.<Recognition>empty();
        if (options.mapping() != null) {
            asked = Optional.of(new Recognition(options.mapping(), "mapping gives " + options.mapping()));
        } else if (options.format() != null) {
            asked = Optional.of(
                    new Recognition(Layouts.named(options.format()), "format=" + options.format() + " asks for it"));
        }
        asked.ifPresent(it -> options.requireEffectOn(it.layout()));
        return asked;
    }

    /**
     * The layout that rows show.
     *
     * @throws UnusableInputException no layout fits, or an option does not act on the one that does
     */
    public static Recognition of(Sample sample, LayoutOptions options) {
        var recognised = recognised(sample);
        options.requireEffectOn(recognised.layout());
        return recognised;
    }

    /** Of the layouts that fit, the one that knows most of the columns; of equals the first. */
    private static Recognition recognised(Sample sample) {
        var fitting = Layouts.ALL.stream()
                .filter(layout -> layout.signature().fits(sample))
                .sorted(MOST_COLUMNS)
                .toList();
        if (fitting.isEmpty()) {
            throw new UnusableInputException(
                    "file",
                    "made of the columns " + String.join(", ", sample.columns()),
                    "one of the layouts " + Layouts.described() + "; or a mapping of its fields");
        }
        var layout = fitting.get(0);
        return new Recognition(layout, "the " + sample + " have " + layout.signature() + others(fitting, sample));
    }

    private static String others(List<KnownLayout> fitting, Sample sample) {
        var alsoFitting = fitting.stream()
                .skip(1)
                .map(layout -> "; " + layout.name() + " would fit too, but knows no more of the columns");
        int most = fitting.get(0).signature().size();
        var nearlyFitting = Layouts.ALL.stream()
                .filter(layout -> layout.signature().size() > most)
                .filter(layout -> layout.signature().nearlyFits(sample))
                .map(layout -> "; not " + layout.name() + ", for want of "
                        + layout.signature().missing(sample).get(0));
        return Stream.concat(alsoFitting, nearlyFitting).collect(Collectors.joining());
    }
}
