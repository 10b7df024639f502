package io.kernelign.trainer.training;

import io.kernelign.alignment.race.HalvingPlan;
import io.kernelign.alignment.race.Race;
import io.kernelign.alignment.race.Race.Turn;
import io.kernelign.alignment.race.Score;
import io.kernelign.training.TrainingEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps what a race comes to, so that it goes on after the trial that ended last. Whatever it throws ends the race. */
public interface PilotLog extends JobListener {

    /**
     * The race as it stands: a new one with the plan, or the one that was kept, with its own. Empty where the plan has no
     * rung.
     *
     * @param fullRun token-steps
     */
    Optional<Race> begin(HalvingPlan plan, double fullRun);

    /** What a candidate was at the end of the rung before; empty in the first. */
    Optional<Path> checkpoint(Turn turn) throws IOException;

    /**
     * Keeps how a trial ended, after its last event.
     *
     * @param checkpoint of the candidate
     * @return the race with it
     */
    Race ended(Score score, Path checkpoint) throws IOException;

    /** What the full run of the winner tells before its first step; called once the race is over. */
    void beginning(TrainingEvent event);
}
