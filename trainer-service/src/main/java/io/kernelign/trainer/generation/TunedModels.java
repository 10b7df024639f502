package io.kernelign.trainer.generation;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.lm.lora.PeftFiles;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.problem.ConflictException;
import io.kernelign.torch.Torch;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.memory.WorkerMemory.Claim;
import io.kernelign.trainer.model.BaseModels;
import io.kernelign.trainer.spec.JobSpecType;
import io.kernelign.trainer.work.WorkFolder;
import io.kernelign.training.FullPolicy;
import io.kernelign.training.LowRankPolicy;
import io.kernelign.training.Policy;
import io.kernelign.training.PolicySoFar;
import io.kernelign.training.TrainingSettings;
import io.kernelign.training.memory.TrialMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Loads what jobs have trained, for the calling thread, which may use one core: a training beside it keeps the others. */
@Component
class TunedModels {

    private final BaseModels models;
    private final JobSpecType specs;
    private final BlobStore blobs;
    private final TrialRoom room;

    TunedModels(BaseModels models, JobSpecType specs, BlobStore blobs, TrialRoom room) {
        this.models = models;
        this.specs = specs;
        this.blobs = blobs;
        this.room = room;
    }

    /**
     * @param letGo has the model closed
     * @throws ConflictException when it cannot be loaded any more, or does not fit into memory beside what runs
     * @throws CheckpointGoneException when it is a checkpoint that is no longer there
     */
    TunedModel load(Job job, Source source, Runnable letGo) {
        Torch.threadsHere(1);
        try {
            var spec = specs.read(job.spec());
            var model = models.open(spec.model());
            var needs = new TrialMemory(model.config(), spec.training().method());
            var claim = room.forModels(needs, letGo);
            try {
                return load(job, source, model, spec.training(), needs, claim);
            } catch (IOException | RuntimeException | Error e) {
                claim.close();
                throw e;
            }
        } catch (InvalidInputException e) {
            throw new ConflictException("What the job has trained cannot be loaded any more: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TunedModel load(
            Job job, Source source, ModelFolder model, TrainingSettings settings, TrialMemory needs, Claim claim)
            throws IOException {
        var base = decoder(model);
        try {
            return new TunedModel(model, base, policy(job, source, base, settings), needs, claim);
        } catch (IOException | RuntimeException | Error e) {
            base.close();
            throw e;
        }
    }

    private PolicySoFar policy(Job job, Source source, Decoder base, TrainingSettings settings) throws IOException {
        if (source instanceof Source.NewestCheckpoint checkpoint) {
            return read(checkpoint, base, settings);
        }
        var policy =
                source instanceof Source.FinalAdapter adapter ? read(adapter, base) : read((Source.FinalModel) source);
        return new PolicySoFar(policy, job.view().progress().step());
    }

    private PolicySoFar read(Source.NewestCheckpoint checkpoint, Decoder base, TrainingSettings settings)
            throws IOException {
        try {
            return PolicySoFar.read(blobs.localPath(checkpoint.key()), base, settings);
        } catch (IOException | UncheckedIOException e) {
            if (!blobs.exists(checkpoint.key())) {
                throw new CheckpointGoneException(e);
            }
            throw e;
        }
    }

    private Policy read(Source.FinalAdapter adapter, Decoder base) throws IOException {
        var files = new PeftFiles(
                blobs.localPath(adapter.config().blobKey()),
                blobs.localPath(adapter.weights().blobKey()));
        return new LowRankPolicy(base, files.load(base.config()));
    }

    private Policy read(Source.FinalModel whole) throws IOException {
        try (var folder = new WorkFolder()) {
            for (var file : whole.files()) {
                var name = Path.of(file.name()).getFileName();
                Files.createSymbolicLink(
                        folder.path().resolve(name),
                        blobs.localPath(file.blobKey()).toAbsolutePath());
            }
            return new FullPolicy(decoder(ModelFolder.open(folder.path())));
        }
    }

    private static Decoder decoder(ModelFolder model) {
        return new Decoder(model.config(), WeightLoader.load(model.weights(), model.config()));
    }
}
