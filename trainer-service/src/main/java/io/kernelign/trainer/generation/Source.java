package io.kernelign.trainer.generation;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.lm.lora.PeftFiles;
import io.kernelign.service.problem.ConflictException;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.training.Product;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the newest that a job has learned lies in the blob store. */
public sealed interface Source {

    /** What a person calls it. */
    String kind();

    /** The same only for the same weights. */
    String identity();

    /** The adapter of a job that has been trained to the end. */
    record FinalAdapter(ArtifactView config, ArtifactView weights) implements Source {
        @Override
        public String kind() {
            return "adapter";
        }

        @Override
        public String identity() {
            return weights.sha256();
        }
    }

    /** The files of the model of a job that has trained all weights to the end. */
    record FinalModel(List<ArtifactView> files) implements Source {
        @Override
        public String kind() {
            return "model";
        }

        @Override
        public String identity() {
            return files.stream().map(ArtifactView::sha256).collect(Collectors.joining(" "));
        }
    }

    /** Of a job that is not at its end, or never came there. */
    record NewestCheckpoint(String key) implements Source {
        @Override
        public String kind() {
            return "checkpoint";
        }

        @Override
        public String identity() {
            return key;
        }
    }

    /** @throws ConflictException when there is none of them */
    static Source of(Job job, List<ArtifactView> artifacts) {
        var product = ofProduct(artifacts);
        if (product.isPresent()
                && (product.get() instanceof FinalAdapter || job.state().ended())) {
            return product.get();
        }
        if (job.checkpointKey() == null) {
            throw new ConflictException("There is nothing to load yet: the job is "
                    + job.state().json() + " and has neither a checkpoint nor an adapter.");
        }
        return new NewestCheckpoint(job.checkpointKey());
    }

    /** What a training has made that has come to its end; empty when all of it is not there yet. */
    static Optional<Source> ofProduct(List<ArtifactView> artifacts) {
        var config = named(PeftFiles.CONFIG, artifacts);
        var weights = named(PeftFiles.WEIGHTS, artifacts);
        if (config.isPresent() && weights.isPresent()) {
            return Optional.of(new FinalAdapter(config.get(), weights.get()));
        }
        var model = artifacts.stream()
                .filter(artifact -> artifact.name().startsWith(Product.MODEL + "/"))
                .toList();
        return model.isEmpty() ? Optional.empty() : Optional.of(new FinalModel(model));
    }

    private static Optional<ArtifactView> named(String name, List<ArtifactView> artifacts) {
        return artifacts.stream()
                .filter(artifact -> artifact.name().equals(name))
                .findFirst();
    }
}
