package io.kernelign.data.layout;

import io.kernelign.data.defect.UnusableInputException;
import java.util.List;
import java.util.stream.Collectors;

/** Every layout there is. The first that fits is the one recognised, so the more particular stands first. */
public final class Layouts {

    public static final List<Layout> ALL =
            List.of(new UltraFeedback(), new TrlExplicit(), new OpenAiPreference(), new HhRlhf());

    /** A layout and why it was chosen, as a sentence. */
    public record Recognition(Layout layout, String reason) {}

    private Layouts() {}

    /** The names that {@code format} accepts. */
    public static List<String> names() {
        return ALL.stream().map(Layout::name).toList();
    }

    /** @throws UnusableInputException nobody goes by that name */
    public static Layout named(String name) {
        return ALL.stream()
                .filter(layout -> layout.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnusableInputException("format", '"' + name + '"', String.join(", ", names())));
    }

    /** @throws UnusableInputException no layout fits; lists all of them */
    public static Recognition recognise(Sample sample) {
        return ALL.stream()
                .filter(layout -> layout.fits(sample))
                .findFirst()
                .map(layout -> new Recognition(layout, "the " + sample + " have " + layout.columns()))
                .orElseThrow(() -> new UnusableInputException(
                        "file",
                        "made of the columns " + String.join(", ", sample.columns()),
                        "one of the layouts " + described()));
    }

    private static String described() {
        return ALL.stream()
                .map(layout -> layout.name() + " (" + layout.columns() + ")")
                .collect(Collectors.joining("; "));
    }
}
