package io.kernelign.trainer.generation;

import io.kernelign.lm.tokenizer.Message;
import io.kernelign.service.problem.ConflictException;
import io.kernelign.trainer.memory.SpareRoom;
import io.kernelign.trainer.memory.WorkerMemory.Claim;
import io.kernelign.training.memory.TrialMemory;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Claims the memory that trials take beside what else runs in this worker. */
@Component
class TrialRoom {

    private static final long POSITIONS_PER_MESSAGE = 32;

    private final SpareRoom room;

    TrialRoom(SpareRoom room) {
        this.room = room;
    }

    /**
     * For a model and its base.
     *
     * @param letGo has them let go of
     * @throws ConflictException when there is not enough
     */
    Claim forModels(TrialMemory needs, Runnable letGo) {
        return room.lend(needs.loaded(), "This model cannot be loaded with its base beside what runs", letGo);
    }

    /** For what is asked of a model; its tokens are not known yet, but there are not more of them than bytes. */
    Claim forAnswers(TrialMemory needs, Trial trial) {
        long asked = trial.asked().stream()
                .flatMap(one -> one.messages().stream())
                .mapToLong(TrialRoom::positions)
                .sum();
        long answered = (long) trial.asked().size() * trial.limits().tokens();
        long bytes = needs.answering(trial.asked().size(), asked + answered);
        return room.claim(bytes, "So much cannot be answered at once beside what runs");
    }

    private static long positions(Message message) {
        return POSITIONS_PER_MESSAGE + message.content().getBytes(StandardCharsets.UTF_8).length;
    }
}
