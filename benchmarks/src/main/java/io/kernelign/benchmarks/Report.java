package io.kernelign.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a benchmark leaves behind, for people and for programs.
 *
 * @param name of the benchmark and of its file of figures
 * @param part of the benchmark with a page of its own; the figures of all its pages stand in one file
 * @param text Markdown that stands before the table of figures with a goal: what was run, and how
 */
public record Report(String name, Optional<String> part, String text, List<Figure> figures) {

    private static final String FIGURES = "figures";
    private static final String PAGE = "page";

    /** The page that has the benchmark's own name. */
    public Report(String name, String text, List<Figure> figures) {
        this(name, Optional.empty(), text, figures);
    }

    /** The folder of all reports below the root. */
    public static Path folder(Path root) {
        return root.resolve("docs/benchmarks");
    }

    /** Writes {@code docs/benchmarks/NAME.json} and {@code NAME.md}, or {@code NAME-PART.md}, below the root. */
    public void write(Path root) throws IOException {
        var folder = Files.createDirectories(folder(root));
        Files.writeString(folder.resolve(page() + ".md"), markdown());
        var file = folder.resolve(name + ".json");
        var all = new ArrayList<>(ofOtherParts(file));
        figures.stream().map(this::json).forEach(all::add);
        var json = new LinkedHashMap<String, Object>();
        json.put("machine", Machine.describe());
        json.put("date", LocalDate.now().toString());
        json.put(FIGURES, all);
        Files.writeString(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
    }

    private String page() {
        return part.map(own -> name + "-" + own).orElse(name);
    }

    private List<Map<String, Object>> ofOtherParts(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        return JsonMapper.shared()
                .readTree(file)
                .path(FIGURES)
                .valueStream()
                .map(figure -> JsonMapper.shared().convertValue(figure, new TypeReference<Map<String, Object>>() {}))
                .filter(figure -> figure.get(PAGE) instanceof String other && !other.equals(page()))
                .toList();
    }

    private String markdown() {
        var page = new StringBuilder("# Benchmark `" + page() + "`\n\n");
        page.append("Written by `./kernelign bench ").append(name);
        part.ifPresent(own -> page.append(" --only ").append(own));
        page.append("` on ");
        page.append(LocalDate.now())
                .append(", ")
                .append(Machine.describe())
                .append(".\n\n")
                .append(text);
        var judged = figures.stream().filter(Figure::judged).toList();
        if (!judged.isEmpty()) {
            page.append("\n| figure | value | goal | |\n| --- | --- | --- | --- |\n");
            judged.forEach(figure -> page.append(row(figure)));
        }
        return page.toString();
    }

    private static String row(Figure figure) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %.3g %s (against %s) | %s %.3g | %s |%n",
                figure.figure(),
                figure.value(),
                figure.unit(),
                figure.against(),
                figure.better() == Figure.Better.HIGHER ? "at least" : "at most",
                figure.goal(),
                figure.met() ? "met" : "missed");
    }

    private Map<String, Object> json(Figure figure) {
        var json = new LinkedHashMap<String, Object>();
        json.put("figure", figure.figure());
        json.put("value", figure.value());
        json.put("unit", figure.unit());
        if (figure.judged()) {
            json.put("against", figure.against());
            json.put("goal", figure.goal());
            json.put("better", figure.better().name().toLowerCase(Locale.ROOT));
            json.put("met", figure.met());
        }
        json.put(PAGE, page());
        return json;
    }
}
