package io.kernelign.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a benchmark leaves behind, for people and for programs.
 *
 * @param name of the benchmark and of its files
 * @param text Markdown that stands before the table of figures: what was run, and how
 */
public record Report(String name, String text, List<Figure> figures) {

    /** Writes {@code docs/benchmarks/NAME.md} and {@code NAME.json} below the root. */
    public void write(Path root) throws IOException {
        var folder = Files.createDirectories(root.resolve("docs/benchmarks"));
        Files.writeString(folder.resolve(name + ".md"), markdown());
        var json = new LinkedHashMap<String, Object>();
        json.put("machine", Machine.describe());
        json.put("date", LocalDate.now().toString());
        json.put("figures", figures.stream().map(Report::json).toList());
        Files.writeString(
                folder.resolve(name + ".json"),
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
    }

    private String markdown() {
        var page = new StringBuilder("# Benchmark `" + name + "`\n\n");
        page.append("Written by `./kernelign bench ").append(name).append("` on ");
        page.append(LocalDate.now())
                .append(", ")
                .append(Machine.describe())
                .append(".\n\n")
                .append(text);
        page.append("\n| figure | value | goal | |\n| --- | --- | --- | --- |\n");
        for (var figure : figures) {
            page.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %.3g %s (against %s) | %s %.3g | %s |%n",
                    figure.figure(),
                    figure.value(),
                    figure.unit(),
                    figure.against(),
                    figure.better() == Figure.Better.HIGHER ? "at least" : "at most",
                    figure.goal(),
                    figure.met() ? "met" : "missed"));
        }
        return page.toString();
    }

    private static Map<String, Object> json(Figure figure) {
        var json = new LinkedHashMap<String, Object>();
        json.put("figure", figure.figure());
        json.put("value", figure.value());
        json.put("unit", figure.unit());
        json.put("against", figure.against());
        json.put("goal", figure.goal());
        json.put("better", figure.better().name().toLowerCase(Locale.ROOT));
        json.put("met", figure.met());
        return json;
    }
}
