package io.kernelign.metrics;

import io.kernelign.contracts.MetricPoint;
import io.kernelign.contracts.PointBatch;
import io.kernelign.contracts.RunOpening;
import io.kernelign.contracts.RunOutcome;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What metrics-service takes; everything else is an {@link InvalidInputException}. */
final class Acceptable {

    private static final List<String> SPLITS = List.of("train", "held_out");
    private static final List<String> OUTCOMES = List.of("succeeded", "failed", "cancelled");
    private static final int LARGEST_BATCH = 10_000;
    private static final int LONGEST_NAME = 120;
    private static final String NAME =
            "a text of 1 to " + LONGEST_NAME + " characters, none of them a control character";
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int MOST_POINTS = 10_000;

    private final List<FieldError> errors = new ArrayList<>();

    private Acceptable() {}

    static RunOpening opening(RunOpening opening) {
        return new Acceptable()
                .attempt(opening.attempt())
                .check("model", opening.model(), opening.model() != null, "the name of a model")
                .orThrow(opening);
    }

    static RunOutcome outcome(RunOutcome outcome) {
        return new Acceptable()
                .attempt(outcome.attempt())
                .check("state", outcome.state(), OUTCOMES.contains(outcome.state()), oneOf(OUTCOMES))
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
                check.point("points[" + i + "].", points.get(i));
            }
        }
        return check.orThrow(batch);
    }

    static int maxPoints(int maxPoints) {
        return new Acceptable()
                .check(
                        "maxPoints",
                        maxPoints,
                        maxPoints >= 2 && maxPoints <= MOST_POINTS,
                        "a whole number from 2 to " + MOST_POINTS)
                .orThrow(maxPoints);
    }

    /** A curve that somebody asks for. */
    static void curve(String split, String name) {
        new Acceptable()
                .check("split", split, SPLITS.contains(split), oneOf(SPLITS))
                .check("name", name, isName(name), NAME)
                .orThrow(name);
    }

    private static boolean isName(String name) {
        return isText(name) && !name.isBlank() && name.length() <= LONGEST_NAME;
    }

    /** Halves of surrogate pairs are no characters either; PostgreSQL takes neither. */
    private static boolean isText(String text) {
        return text != null
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private Acceptable attempt(int attempt) {
        return check("attempt", attempt, attempt >= 1, "a whole number of at least 1");
    }

    private void point(String place, MetricPoint point) {
        if (point == null) {
            check(place.substring(0, place.length() - 1), null, false, "a point");
            return;
        }
        var name = point.name();
        check(place + "split", point.split(), SPLITS.contains(point.split()), oneOf(SPLITS));
        check(place + "name", name, isName(name), NAME);
        check(place + "step", point.step(), point.step() >= 0, "a whole number of at least 0");
        check(
                place + "at",
                point.at(),
                point.at() != null
                        && !point.at().isBefore(EARLIEST)
                        && point.at().isBefore(LATEST),
                "a time of the years 1 to 9999 (RFC 3339)");
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
