package io.kernelign.trainer.generation;

import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.lm.lora.PeftFiles;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.work.WorkFolder;
import io.kernelign.training.FullPolicy;
import io.kernelign.training.LowRankPolicy;
import io.kernelign.training.Policy;
import io.kernelign.training.PolicySoFar;
import io.kernelign.training.TrainingSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Reads what jobs have trained out of the blob store. */
@Component
public class TunedPolicies {

    private final BlobStore blobs;

    TunedPolicies(BlobStore blobs) {
        this.blobs = blobs;
    }

    /**
     * @param base the model that the job began with; stays the caller's
     * @throws CheckpointGoneException when it is a checkpoint that is no longer there
     */
    public PolicySoFar load(Job job, Source source, Decoder base, TrainingSettings settings) throws IOException {
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

    /** The model of a folder, in float32. */
    public static Decoder decoder(ModelFolder model) {
        return new Decoder(model.config(), WeightLoader.load(model.weights(), model.config()));
    }
}
