package io.kernelign.trainer.job;

import io.kernelign.alignment.race.HalvingPlan;
import io.kernelign.alignment.race.Race;
import io.kernelign.alignment.race.Score;
import io.kernelign.contracts.PilotRungView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The race of a job as it is kept: enough to go on after the trial that ended last.
 *
 * @param candidates in their ranking; those that race are the first of them
 * @param budgetRuns what it may cost, in full runs
 * @param fullRun token-steps of a full run
 * @param plan {@code null} until it has begun
 * @param seed of its intervals
 * @param trials in the order in which they ended
 * @param rungs those that are over, as they are told
 * @param ended why, in a sentence; {@code null} while it runs
 */
public record PilotRecord(
        List<Candidate> candidates,
        double budgetRuns,
        double fullRun,
        HalvingPlan plan,
        long seed,
        List<Trial> trials,
        List<PilotRungView> rungs,
        String ended) {

    /** @param objective as a job would give it */
    public record Candidate(String kernel, String divergence, Map<String, Object> objective) {

        /** In words. */
        public String text() {
            return kernel + " with " + divergence;
        }
    }

    /**
     * A trial that ended.
     *
     * @param correct what its score's {@link Score#digits} are
     * @param checkpoint blob key of what the candidate was then
     * @param curves blob key of what its steps told
     */
    public record Trial(int rung, int candidate, String correct, String checkpoint, String curves) {}

    /** The race as it stands; its plan has at least one rung. */
    public Race race() {
        return new Race(
                plan,
                trials.stream()
                        .map(trial -> Score.of(trial.rung(), trial.candidate(), trial.correct()))
                        .toList(),
                seed);
    }

    /** What a candidate did last. */
    public Optional<Trial> latest(int candidate) {
        return of(candidate).stream().reduce((earlier, later) -> later);
    }

    /** Every trial of a candidate, rung by rung. */
    public List<Trial> of(int candidate) {
        return trials.stream().filter(trial -> trial.candidate() == candidate).toList();
    }

    /** The candidate that won; the first one where there was no race. */
    public int winner() {
        return plan.rungs().isEmpty() ? 0 : race().ending().orElseThrow().winner();
    }

    /** One that has not begun. */
    public static PilotRecord of(List<Candidate> candidates, double budgetRuns, long seed) {
        return new PilotRecord(candidates, budgetRuns, 0, null, seed, List.of(), List.of(), null);
    }

    public PilotRecord planned(HalvingPlan rungsToRun, double tokenStepsOfFullRun) {
        return new PilotRecord(candidates, budgetRuns, tokenStepsOfFullRun, rungsToRun, seed, trials, rungs, ended);
    }

    public PilotRecord with(Trial trial) {
        return new PilotRecord(
                candidates,
                budgetRuns,
                fullRun,
                plan,
                seed,
                Stream.concat(trials.stream(), Stream.of(trial)).toList(),
                rungs,
                ended);
    }

    public PilotRecord with(PilotRungView rung) {
        return new PilotRecord(
                candidates,
                budgetRuns,
                fullRun,
                plan,
                seed,
                trials,
                Stream.concat(rungs.stream(), Stream.of(rung)).toList(),
                ended);
    }

    public PilotRecord ended(String why) {
        return new PilotRecord(candidates, budgetRuns, fullRun, plan, seed, trials, rungs, why);
    }
}
