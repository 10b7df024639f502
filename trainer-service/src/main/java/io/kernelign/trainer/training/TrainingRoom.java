package io.kernelign.trainer.training;

import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.torch.FailedAllocation;
import io.kernelign.torch.Torch;
import io.kernelign.training.TrainingSettings;
import io.kernelign.training.UntrainableException;
import io.kernelign.training.memory.MemoryPlan;
import io.kernelign.training.memory.TrainingShape;
import io.kernelign.training.memory.Workload;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.stereotype.Component;

/** Memory and disk for a training, and its base model in them. */
@Component
class TrainingRoom {

    private final Admission admission;

    TrainingRoom(Admission admission) {
        this.admission = admission;
    }

    /** What is done with the base model. */
    @FunctionalInterface
    interface Work<T> {

        /** @param settings with what was decided where they leave something open */
        T with(Decoder decoder, TrainingSettings settings) throws IOException;
    }

    /**
     * Waits for the room, and gives it back afterwards.
     *
     * @throws UntrainableException when there will never be enough, or less than was estimated
     */
    <T> T use(ModelFolder model, JobPairs pairs, JobTraining job, JobListener listener, Work<T> work)
            throws IOException, InterruptedException {
        try (var admitted = admission.admit(shape(model, pairs, job), listener)) {
            var plan = admitted.plan();
            long free = Files.getFileStore(job.folder()).getUsableSpace();
            var disk = WorkDisk.of(plan.estimate(), job.spec(), model.config(), free);
            if (!disk.fits()) {
                throw new UntrainableException(disk.refusal());
            }
            return within(plan, model, work);
        }
    }

    private static TrainingShape shape(ModelFolder model, JobPairs pairs, JobTraining job) {
        var spec = job.spec();
        var heldOut = pairs.heldOut().stream().limit(spec.evaluation().pairs()).toList();
        return new TrainingShape(
                model.config(), spec.training(), spec.objective(), Workload.of(pairs.train(), heldOut));
    }

    private static <T> T within(MemoryPlan plan, ModelFolder model, Work<T> work) throws IOException {
        var settings = plan.decided();
        try (var decoder =
                new Decoder(model.config(), WeightLoader.load(model.weights(), model.config(), settings.precision()))) {
            return work.with(decoder, settings);
        } catch (RuntimeException | OutOfMemoryError e) {
            var failed = FailedAllocation.behind(e);
            if (failed.isPresent()) {
                throw plan.exhausted(failed.get(), e);
            }
            throw e;
        } finally {
            Torch.releaseFreeMemory();
        }
    }
}
