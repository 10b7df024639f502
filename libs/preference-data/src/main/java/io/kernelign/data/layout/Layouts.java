package io.kernelign.data.layout;

import io.kernelign.data.defect.UnusableInputException;
import java.util.List;
import java.util.stream.Collectors;

/** Every layout there is. */
public final class Layouts {

    static final List<KnownLayout> ALL = List.of(
            new TrlExplicit(),
            new TrlImplicit(),
            new OpenAiPreference(),
            new HhRlhf(),
            new HelpSteer(),
            new HelpSteer2Preference(),
            new ChatbotArena2023(),
            new ChatbotArena2024(),
            new AlpacaFarm(),
            new Prm800k(),
            new Shp(),
            new UltraFeedback(),
            new Nectar(),
            new Orca(),
            new OrcaDistilabel(),
            new Capybara(),
            new ShareGpt(),
            new Alpaca(),
            new StackExchange());

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

    /** All of them with their columns. */
    static String described() {
        return ALL.stream()
                .map(layout -> layout.name() + ": " + layout.signature())
                .collect(Collectors.joining("; "));
    }
}
