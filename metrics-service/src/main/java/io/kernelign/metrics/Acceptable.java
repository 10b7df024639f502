package io.kernelign.metrics;

import io.kernelign.contracts.MetricPoint;
import io.kernelign.contracts.PointBatch;
import io.kernelign.contracts.RunOpening;
import io.kernelign.contracts.RunOutcome;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What metrics-service takes; everything else is an {@link InvalidInputException}. */
final class Acceptable {

    private static final List<String> SPLITS = List.of("train", "held_out");
    private static final String A_SPLIT = oneOf(SPLITS);
    private static final List<String> OUTCOMES = List.of("succeeded", "failed", "cancelled");
    private static final int LARGEST_BATCH = 10_000;
    private static final int LONGEST_NAME = 120;
    private static final String NAME =
            "a text of 1 to " + LONGEST_NAME + " characters, none of them a control character";
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int MOST_POINTS = 10_000;
    private static final int MOST_CURVES = 100;
    private static final int MOST_COMPARED = 20;
    private static final int MOST_RANKED = 100;

    private final List<FieldError> errors = new ArrayList<>();

    private Acceptable() {}

    static RunOpening opening(String run, RunOpening opening) {
        return new Acceptable()
                .text("run", run)
                .attempt(opening.attempt())
                .check("model", opening.model(), isText(opening.model()), "the name of a model")
                .text("name", opening.name())
                .text("datasetId", opening.datasetId())
                .text("datasetName", opening.datasetName())
                .orThrow(opening);
    }

    static RunOutcome outcome(RunOutcome outcome) {
        return new Acceptable()
                .attempt(outcome.attempt())
                .check("state", outcome.state(), isOne(OUTCOMES, outcome.state()), oneOf(OUTCOMES))
                .orThrow(outcome);
    }

    static PointBatch batch(PointBatch batch) {
        var check = new Acceptable().attempt(batch.attempt());
        var points = batch.points();
        if (points == null || points.size() > LARGEST_BATCH) {
            check.check(
                    "points",
                    points == null ? null : points.size() + " points",
                    false,
                    "a list of at most " + LARGEST_BATCH + " points");
        } else {
            for (int i = 0; i < points.size(); i++) {
                check.point(i, points.get(i));
            }
        }
        return check.orThrow(batch);
    }

    static int maxPoints(int maxPoints) {
        return new Acceptable().points(maxPoints).orThrow(maxPoints);
    }

    /**
     * A curve that somebody asks for.
     *
     * @param field how the request calls its name
     */
    static MetricName metric(String split, String field, String name) {
        return new Acceptable()
                .check("split", split, isOne(SPLITS, split), A_SPLIT)
                .check(field, name, isName(name), NAME)
                .orThrow(new MetricName(split, name));
    }

    /** Curves that somebody asks for at once. */
    static List<MetricName> curves(List<String> metrics, int maxPoints) {
        return new Acceptable().points(maxPoints).metrics(metrics, MOST_CURVES);
    }

    static List<MetricName> comparison(List<String> runs, List<String> metrics, int maxPoints) {
        return new Acceptable()
                .check(
                        "runs",
                        runs,
                        runs.size() >= 2 && runs.size() <= MOST_COMPARED,
                        "a list of 2 to " + MOST_COMPARED + " ids of runs")
                .points(maxPoints)
                .metrics(metrics, MOST_COMPARED);
    }

    static void filter(String datasetId, String model, String kernel, String divergence, String tag) {
        new Acceptable()
                .text("datasetId", datasetId)
                .text("model", model)
                .text("kernel", kernel)
                .text("divergence", divergence)
                .check("tag", tag, tag == null || isText(tag) && tag.contains(":"), "of the form key:value")
                .orThrow(tag);
    }

    static <E extends Enum<E>> E constant(String field, Class<E> constants, String text) {
        var type = Types.constant(constants);
        try {
            return type.read(text);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(FieldError.unacceptable(field, text, type.accepted()));
        }
    }

    static int limit(int limit) {
        return new Acceptable()
                .check("limit", limit, limit >= 1 && limit <= MOST_RANKED, "a whole number from 1 to " + MOST_RANKED)
                .orThrow(limit);
    }

    private static boolean isName(String name) {
        return isText(name) && !name.isBlank() && name.length() <= LONGEST_NAME;
    }

    /** Without what PostgreSQL does not take, zeros and halves of surrogate pairs, and what does not show. */
    static boolean isText(String text) {
        if (text == null) {
            return false;
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
                return false;
            }
        }
        return true;
    }

    private List<MetricName> metrics(List<String> metrics, int most) {
        check("metrics", metrics, !metrics.isEmpty() && metrics.size() <= most, "a list of 1 to " + most + " metrics");
        var names = metrics.stream().map(MetricName::read).toList();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            check(
                    "metrics[" + i + "]",
                    metrics.get(i),
                    isOne(SPLITS, name.split()) && isName(name.name()),
                    "of the form split:name with a split of " + String.join(", ", SPLITS));
        }
        return orThrow(names);
    }

    private Acceptable points(int maxPoints) {
        return check(
                "maxPoints",
                maxPoints,
                maxPoints >= 2 && maxPoints <= MOST_POINTS,
                "a whole number from 2 to " + MOST_POINTS);
    }

    private Acceptable text(String field, String text) {
        return check(field, text, text == null || isText(text), "a text without control characters");
    }

    private Acceptable attempt(int attempt) {
        return check("attempt", attempt, attempt >= 1, "a whole number of at least 1");
    }

    private void point(int place, MetricPoint point) {
        if (point == null) {
            check("points[" + place + "]", null, false, "a point");
            return;
        }
        var name = point.name();
        ofPoint(place, "split", point.split(), isOne(SPLITS, point.split()), A_SPLIT);
        ofPoint(place, "name", name, isName(name), NAME);
        ofPoint(place, "step", point.step(), point.step() >= 0, "a whole number of at least 0");
        ofPoint(
                place,
                "at",
                point.at(),
                point.at() != null
                        && !point.at().isBefore(EARLIEST)
                        && point.at().isBefore(LATEST),
                "a time of the years 1 to 9999 (RFC 3339)");
    }

    private void ofPoint(int place, String field, Object found, boolean good, String accepted) {
        if (!good) {
            check("points[" + place + "]." + field, found, false, accepted);
        }
    }

    private Acceptable check(String field, Object found, boolean good, String accepted) {
        if (!good) {
            errors.add(
                    found == null
                            ? FieldError.missing(field, accepted)
                            : FieldError.unacceptable(field, found, accepted));
        }
        return this;
    }

    private static boolean isOne(List<String> names, String name) {
        return name != null && names.contains(name);
    }

    private static String oneOf(List<String> names) {
        return "one of " + String.join(", ", names);
    }

    private <T> T orThrow(T value) {
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return value;
    }
}
