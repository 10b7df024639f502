package io.kernelign.trainer.encoding;

import io.kernelign.contracts.TextEmbeddings;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.ModelFolder;
import io.kernelign.service.problem.ConflictException;
import io.kernelign.torch.FailedAllocation;
import io.kernelign.torch.Torch;
import io.kernelign.trainer.memory.Resident;
import io.kernelign.trainer.memory.SpareRoom;
import io.kernelign.trainer.memory.WorkerMemory;
import io.kernelign.trainer.model.BaseModels;
import io.kernelign.training.memory.PoolingMemory;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Embeds texts by base models. One model at a time is in memory, and one request at a time is answered. */
@Component
public class PolicyEncoder implements AutoCloseable {

    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final String EXHAUSTED =
            "The memory ran out while texts were embedded; ask again when less is running, or send less at once.";

    private final BaseModels models;
    private final ModelDigests digests;
    private final WorkerMemory memory;
    private final SpareRoom room;
    private final Resident<PinnedModel, EncodingModel> resident = new Resident<>("policy-encoder", IDLE);

    PolicyEncoder(BaseModels models, ModelDigests digests, WorkerMemory memory, SpareRoom room) {
        this.models = models;
        this.digests = digests;
        this.memory = memory;
        this.room = room;
    }

    /**
     * The model as it is now, {@code NAME@sha256:HEX}.
     *
     * @throws InvalidInputException when there is none of the name, or it is another one than the digest says
     */
    public String pinned(String name) {
        var asked = PinnedModel.parse(name);
        return now(asked, models.open(asked.name())).toString();
    }

    /**
     * @param request as it came
     * @throws InvalidInputException when it cannot be answered, or the model is another one now
     * @throws ConflictException when there is not enough memory beside what runs
     */
    public TextEmbeddings embeddings(Map<String, Object> request) throws InterruptedException {
        var asked = EmbeddingRequest.TYPE.read(request);
        var model = models.open(asked.model().name());
        var now = now(asked.model(), model);
        // Not in the way of a training.
        int threads = memory.isHeld() ? 1 : Torch.threads();
        try {
            return resident.use(now, () -> load(model), loaded -> {
                Torch.threadsHere(threads);
                return loaded.embeddings(now, asked.input());
            });
        } catch (RuntimeException e) {
            throw FailedAllocation.behind(e).isEmpty() ? e : new ConflictException(EXHAUSTED);
        }
    }

    private PinnedModel now(PinnedModel asked, ModelFolder model) {
        var now = asked.at(digests.of(model));
        if (asked.digest().isPresent() && !asked.equals(now)) {
            throw new InvalidInputException(
                    FieldError.unacceptable("model", asked.toString(), "the model as it is now, " + now));
        }
        return now;
    }

    private EncodingModel load(ModelFolder model) {
        var claim = room.lend(
                new PoolingMemory(model.config()).bytes(),
                "This model cannot be loaded beside what runs",
                resident::release);
        return EncodingModel.load(model, claim);
    }

    @Override
    public void close() {
        resident.close();
    }
}
