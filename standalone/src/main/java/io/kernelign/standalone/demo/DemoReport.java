package io.kernelign.standalone.demo;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the demo found.
 *
 * @param objective the objective that was chosen
 * @param figures before and after, ranking accuracy and greedy share among them
 * @param samples questions with the answers before and after
 * @param adapter folder of the downloaded adapter
 */
record DemoReport(String job, Map<String, Object> objective, List<Figure> figures, List<Sample> samples, Path adapter) {

    static final String RANKING_ACCURACY = "rankingAccuracy";
    static final String PREFERRED_SHARE = "preferredShare";

    private static final double LEAST_RANKING_GAIN = 0.2;
    private static final double LEAST_RANKING = 0.85;
    private static final double LEAST_SHARE_GAIN = 0.3;

    /** One question, answered greedily by the base model and with the adapter. */
    record Sample(String question, String before, String after) {}

    private Figure figure(String key) {
        return figures.stream()
                .filter(figure -> figure.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Whether alignment visibly worked: on held-out prompts, in ranking and in what the model answers. */
    boolean succeeded() {
        var ranking = figure(RANKING_ACCURACY);
        return ranking.gain() >= LEAST_RANKING_GAIN
                && ranking.after() >= LEAST_RANKING
                && figure(PREFERRED_SHARE).gain() >= LEAST_SHARE_GAIN;
    }

    String table() {
        return figures.stream()
                .map(figure -> String.format(
                        Locale.ROOT,
                        "  %-44s %9s  %9s",
                        figure.label(),
                        number(figure.before()),
                        number(figure.after())))
                .collect(Collectors.joining(
                        "\n", String.format("  %-44s %9s  %9s%n", "On held-out prompts", "before", "after"), ""));
    }

    private static String number(Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    Map<String, Object> toJson() {
        var table = new LinkedHashMap<String, Object>();
        figures.forEach(figure -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("before", figure.before());
            row.put("after", figure.after());
            table.put(figure.key(), row);
        });
        var json = new LinkedHashMap<String, Object>();
        json.put("succeeded", succeeded());
        json.put("job", job);
        json.put("objective", objective);
        json.put("figures", table);
        json.put("samples", samples);
        json.put("adapter", adapter.toString());
        return json;
    }
}
