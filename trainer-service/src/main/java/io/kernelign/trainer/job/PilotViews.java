package io.kernelign.trainer.job;

import io.kernelign.alignment.race.Race;
import io.kernelign.alignment.race.Rung;
import io.kernelign.alignment.race.Standing;
import io.kernelign.alignment.selection.Interval;
import io.kernelign.contracts.IntervalView;
import io.kernelign.contracts.PilotChoiceView;
import io.kernelign.contracts.PilotRungView;
import io.kernelign.contracts.PilotStandingView;
import io.kernelign.contracts.PilotView;
import java.util.List;

/** A race as other services see it. */
public final class PilotViews {

    private PilotViews() {}

    static PilotView of(PilotRecord pilot) {
        int rungs = pilot.plan().rungs().size();
        double spent = pilot.plan().rungs().stream()
                .limit(pilot.rungs().size())
                .mapToDouble(Rung::cost)
                .sum();
        return new PilotView(
                pilot.candidates().size(),
                pilot.budgetRuns(),
                spent / pilot.fullRun(),
                pilot.fullRun(),
                spent,
                pilot.plan().rungs().isEmpty() ? 0 : new Race(pilot.plan(), List.of(), 0).coverage(),
                rungs,
                pilot.rungs(),
                pilot.ended() == null ? null : choice(pilot, pilot.winner()),
                pilot.ended());
    }

    /** A rung that is over. */
    public static PilotRungView rung(PilotRecord pilot, int rung) {
        var planned = pilot.plan().rungs().get(rung);
        return new PilotRungView(
                planned.steps(),
                planned.pairs(),
                pilot.race().standings(rung).stream()
                        .map(standing -> standing(pilot.candidates().get(standing.candidate()), standing))
                        .toList());
    }

    private static PilotStandingView standing(PilotRecord.Candidate candidate, Standing standing) {
        return new PilotStandingView(
                candidate.kernel(),
                candidate.divergence(),
                standing.accuracy().value(),
                view(standing.accuracy().interval()),
                standing.behind().value(),
                view(standing.behind().interval()),
                standing.on());
    }

    private static IntervalView view(Interval interval) {
        return new IntervalView(interval.low(), interval.high());
    }

    private static PilotChoiceView choice(PilotRecord pilot, int candidate) {
        var chosen = pilot.candidates().get(candidate);
        return new PilotChoiceView(chosen.kernel(), chosen.divergence());
    }
}
