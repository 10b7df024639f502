package io.kernelign.standalone.demo;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The demo's rows of before and after, from a job's held-out curves. */
final class JobFigures {

    /**
     * @param curve name of the curve
     * @param before whether it has a point before the first step; rewards mean nothing there
     */
    private record Row(String curve, String key, String label, boolean before) {}

    private static final List<Row> ROWS = List.of(
            new Row("ranking_accuracy", DemoReport.RANKING_ACCURACY, "ranking accuracy (policy alone)", true),
            new Row("preference_accuracy", "preferenceAccuracy", "preference accuracy (against the reference)", false),
            new Row("f1.ranking.overall", "f1Ranking", "F1 by ranking", true),
            new Row("f1.reward.overall", "f1Reward", "F1 by reward", false),
            new Row("reward.chosen.mean", "rewardChosen", "reward of chosen", false),
            new Row("reward.rejected.mean", "rewardRejected", "reward of rejected", false),
            new Row("davies_bouldin", "daviesBouldin", "Davies-Bouldin score (lower: better apart)", true),
            new Row("weighted_alpha", "weightedAlpha", "weighted alpha", true));

    private JobFigures() {}

    /**
     * @param run answer of {@code /jobs/{id}/metrics}
     */
    static List<Figure> of(JsonNode run) {
        return ROWS.stream().map(row -> figure(run, row)).toList();
    }

    private static Figure figure(JsonNode run, Row row) {
        var curve = StreamSupport.stream(run.path("curves").spliterator(), false)
                .filter(candidate -> row.curve.equals(candidate.path("name").asString())
                        && "held_out".equals(candidate.path("split").asString()))
                .findFirst();
        return new Figure(
                row.key,
                row.label,
                curve.filter(found -> row.before)
                        .map(found -> found.path("first").asDouble())
                        .orElse(null),
                curve.map(found -> found.path("last").asDouble()).orElse(null));
    }
}
