package io.kernelign.trainer.evaluation;

import java.time.Duration;
import java.time.Instant;

/** Tells the time left from the questions that this worker has asked itself. */
record AnswerPace(Instant since, int already) {

    /**
     * @param answered more than were there already
     * @param questions all of them
     */
    long secondsLeft(int answered, int questions, Instant now) {
        double perQuestion = (double) Duration.between(since, now).toMillis() / (answered - already);
        return Math.round(perQuestion * (questions - answered) / 1000);
    }
}
