package io.kernelign.trainer.sweep;

import io.kernelign.contracts.JobState;
import io.kernelign.search.Point;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A trial as it stands.
 *
 * @param number from 0, in the order in which trials begin
 * @param share of a whole run that its jobs are, in (0, 1]
 * @param refusal why its values are no job; {@code null} where it has jobs
 * @param parts its jobs
 */
record SweepTrial(int number, Point point, double share, String refusal, List<Part> parts) {

    /**
     * One job of a trial.
     *
     * @param figure the sweep's metric; {@code null} before it has succeeded, and where it is not among its results
     */
    record Part(String job, JobState state, String error, Double figure) {}

    boolean ended() {
        return parts.stream().allMatch(part -> part.state().ended());
    }

    /** The mean over its jobs; empty until all have succeeded, and where one does not report it. */
    OptionalDouble figure() {
        var complete = !parts.isEmpty()
                && parts.stream().allMatch(part -> part.state() == JobState.SUCCEEDED && part.figure() != null);
        return complete ? parts.stream().mapToDouble(Part::figure).average() : OptionalDouble.empty();
    }

    /** Of the mean over several jobs: the sample deviation of their figures over the root of their number. */
    OptionalDouble standardError() {
        if (parts.size() < 2 || figure().isEmpty()) {
            return OptionalDouble.empty();
        }
        double mean = figure().getAsDouble();
        double squares = parts.stream()
                .mapToDouble(part -> Math.pow(part.figure() - mean, 2))
                .sum();
        return OptionalDouble.of(Math.sqrt(squares / (parts.size() - 1) / parts.size()));
    }

    /** Of its jobs together. */
    JobState state() {
        if (refusal != null || any(JobState.FAILED) || ended() && !any(JobState.CANCELLED) && figure().isEmpty()) {
            return JobState.FAILED;
        }
        if (any(JobState.CANCELLED)) {
            return JobState.CANCELLED;
        }
        var first = parts.get(0).state();
        return parts.stream().allMatch(part -> part.state() == first) ? first : JobState.TRAINING;
    }

    private boolean any(JobState state) {
        return parts.stream().anyMatch(part -> part.state() == state);
    }

    /** Why it failed; empty where it did not. */
    Optional<String> error(String metric) {
        if (state() != JobState.FAILED) {
            return Optional.empty();
        }
        return Optional.ofNullable(refusal)
                .or(() -> parts.stream()
                        .map(SweepTrial.Part::error)
                        .filter(Objects::nonNull)
                        .findFirst())
                .or(() -> Optional.of("its job succeeded without reporting " + metric));
    }
}
