package io.kernelign.contracts;

import java.util.List;

/**
 * The race of a pilot, as far as it has come.
 *
 * @param asked candidates that it was to have; more than the first rung has where the budget did not pay for all
 * @param budgetRuns what it may cost at most, in full runs of the job
 * @param spentRuns what its rungs so far have cost, likewise
 * @param fullRun token-steps of a full run; one is a token that an optimiser step reads, and a forward pass alone counts half
 * @param spent token-steps of its rungs so far
 * @param coverage of all its intervals
 * @param plannedRungs how many rungs the budget pays for; 0 where it pays for no race
 * @param rungs those that are over
 * @param winner {@code null} while it runs
 * @param ended why it ended, in a sentence; {@code null} while it runs
 */
public record PilotView(
        int asked,
        double budgetRuns,
        double spentRuns,
        double fullRun,
        double spent,
        double coverage,
        int plannedRungs,
        List<PilotRungView> rungs,
        PilotChoiceView winner,
        String ended) {}
