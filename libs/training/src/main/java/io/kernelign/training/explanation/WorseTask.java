package io.kernelign.training.explanation;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One task is ranked worse than before training, beyond what its few pairs explain, while the mean of the tasks rose. */
final class WorseTask implements Rule {

    private static final String MEAN = "f1.ranking.macro";
    private static final String TASK = "f1.ranking.task.";
    private static final String HIGH = ".high";

    private record Fall(String task, double before, double after) {

        double size() {
            return before - after;
        }
    }

    @Override
    public Optional<String> explain(RunHistory run) {
        var before = run.start().get(MEAN);
        var after = run.end(MEAN);
        if (before == null || after.isEmpty() || after.getAsDouble() <= before) {
            return Optional.empty();
        }
        return falls(run)
                .max(Comparator.comparingDouble(Fall::size))
                .map(fall -> String.format(
                        Locale.ROOT,
                        "The ranking F1 of task %s fell from %.3f to %.3f, while the mean over tasks rose from %.3f to"
                                + " %.3f: what the other tasks gained, this one paid for.",
                        fall.task,
                        fall.before,
                        fall.after,
                        before,
                        after.getAsDouble()));
    }

    /** Tasks whose figure before lies above the interval of the figure after. */
    private static Stream<Fall> falls(RunHistory run) {
        var end = run.end();
        return run.start().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(TASK) && end.containsKey(entry.getKey() + HIGH))
                .filter(entry -> entry.getValue() > end.get(entry.getKey() + HIGH))
                .map(entry ->
                        new Fall(entry.getKey().substring(TASK.length()), entry.getValue(), end.get(entry.getKey())));
    }
}
