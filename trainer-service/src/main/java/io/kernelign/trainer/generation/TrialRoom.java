package io.kernelign.trainer.generation;

import io.kernelign.lm.tokenizer.Message;
import io.kernelign.service.problem.ConflictException;
import io.kernelign.trainer.memory.WorkerMemory;
import io.kernelign.trainer.memory.WorkerMemory.Claim;
import io.kernelign.training.memory.ByteSize;
import io.kernelign.training.memory.ProcessMemory;
import io.kernelign.training.memory.TrialMemory;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Claims the memory that trials take beside what else runs in this worker. */
@Component
class TrialRoom {

    private static final long POSITIONS_PER_MESSAGE = 32;

    private final WorkerMemory memory;

    TrialRoom(WorkerMemory memory) {
        this.memory = memory;
    }

    /**
     * For a model and its base.
     *
     * @param letGo has them let go of
     * @throws ConflictException when there is not enough
     */
    Claim forModels(TrialMemory needs, Runnable letGo) {
        long bytes = needs.loaded();
        synchronized (memory) {
            require(bytes, "This model cannot be loaded with its base beside what runs");
            return memory.lend(bytes, letGo);
        }
    }

    /** For what is asked of a model; its tokens are not known yet, but there are not more of them than bytes. */
    Claim forAnswers(TrialMemory needs, Trial trial) {
        long asked = trial.asked().stream()
                .flatMap(one -> one.messages().stream())
                .mapToLong(TrialRoom::positions)
                .sum();
        long answered = (long) trial.asked().size() * trial.limits().tokens();
        long bytes = needs.answering(trial.asked().size(), asked + answered);
        synchronized (memory) {
            require(bytes, "So much cannot be answered at once beside what runs");
            return memory.claim(bytes);
        }
    }

    private static long positions(Message message) {
        return POSITIONS_PER_MESSAGE + message.content().getBytes(StandardCharsets.UTF_8).length;
    }

    private void require(long bytes, String what) {
        long left = Math.max(0, memory.room() - ProcessMemory.bytes());
        if (bytes > left) {
            throw new ConflictException("%s: it takes %s, and of the %s that this worker can have %s are left."
                    .formatted(what, ByteSize.text(bytes), ByteSize.text(memory.whole()), ByteSize.text(left)));
        }
    }
}
