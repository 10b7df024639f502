package io.kernelign.benchmarks.selection.pilot;

import io.kernelign.alignment.race.HalvingPlan;
import io.kernelign.alignment.race.Race;
import io.kernelign.alignment.race.Race.Turn;
import io.kernelign.alignment.race.Score;
import io.kernelign.objective.Objective;
import io.kernelign.training.PilotTrial;
import io.kernelign.training.PilotTrials;
import io.kernelign.training.TrainingEvent;
import io.kernelign.training.TrainingTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs a race as a job does, with its checkpoints in the work folder of its task.
 *
 * @param task with any of the objectives
 * @param objectives in their ranking
 */
public record RaceInFolder(TrainingTask task, List<Objective> objectives, HalvingPlan plan) {

    /**
     * @param events what all trials tell
     * @param told the race after every trial
     */
    public Race run(Consumer<TrainingEvent> events, Consumer<Race> told) throws IOException {
        var race = new Race(plan, List.of(), task.training().seed());
        try (var trials = new PilotTrials(task, plan, objectives)) {
            for (var turn = race.next(); turn.isPresent(); turn = race.next()) {
                race = race.after(score(trials, turn.get(), events));
                told.accept(race);
            }
        } finally {
            deleteCheckpoints();
        }
        return race;
    }

    private Score score(PilotTrials trials, Turn turn, Consumer<TrainingEvent> events) throws IOException {
        int rung = turn.rung();
        var before = Optional.of(checkpoint(rung - 1, turn.candidate())).filter(file -> rung > 0);
        var trial = new PilotTrial(objectives.get(turn.candidate()), rung, before, checkpoint(rung, turn.candidate()));
        var score = new Score(rung, turn.candidate(), trials.run(trial, events));
        if (before.isPresent()) {
            Files.delete(before.get());
        }
        return score;
    }

    private Path checkpoint(int rung, int candidate) {
        return task.workFolder().resolve("pilot-" + rung + "-" + candidate + ".safetensors");
    }

    private void deleteCheckpoints() throws IOException {
        for (int rung = 0; rung < plan.rungs().size(); rung++) {
            for (int candidate = 0; candidate < objectives.size(); candidate++) {
                Files.deleteIfExists(checkpoint(rung, candidate));
            }
        }
    }
}
