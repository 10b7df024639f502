package io.kernelign.trainer.training;

import io.kernelign.alignment.race.HalvingPlan;
import io.kernelign.alignment.race.Race;
import io.kernelign.alignment.race.Score;
import io.kernelign.objective.Objective;
import io.kernelign.training.PilotPrices;
import io.kernelign.training.PilotTrial;
import io.kernelign.training.PilotTrials;
import io.kernelign.training.TrainingTask;
import java.io.IOException;
import java.util.List;

/** Runs a race on a model that is loaded. */
final class LocalPilot {

    private LocalPilot() {}

    /** @param task of the job, with any of the candidates */
    static void run(TrainingTask task, PilotTraining pilot, PilotLog log) throws IOException {
        var candidates = pilot.candidates();
        var prices = PilotPrices.of(task);
        var plan = candidates.size() < 2
                ? new HalvingPlan(List.of(), 0)
                : HalvingPlan.of(candidates.size(), pilot.budget(), prices);
        var begun = log.begin(plan, prices.fullRun());
        if (begun.isPresent()) {
            run(task, begun.get(), candidates, log);
        }
    }

    private static void run(TrainingTask task, Race begun, List<Objective> candidates, PilotLog log)
            throws IOException {
        var race = begun;
        try (var trials = new PilotTrials(task, race.plan(), candidates)) {
            for (var turn = race.next(); turn.isPresent(); turn = race.next()) {
                log.check();
                int rung = turn.get().rung();
                int candidate = turn.get().candidate();
                var to = task.workFolder().resolve("pilot-" + rung + "-" + candidate + ".safetensors");
                var trial = new PilotTrial(candidates.get(candidate), rung, log.checkpoint(turn.get()), to);
                race = log.ended(new Score(rung, candidate, trials.run(trial, log::on)), to);
            }
            var winner = race.ending().orElseThrow().winner();
            trials.begin(candidates.get(winner), log::beginning);
        }
    }
}
