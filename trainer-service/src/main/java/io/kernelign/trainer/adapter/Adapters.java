package io.kernelign.trainer.adapter;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.contracts.JobState;
import io.kernelign.hub.HubModel;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.Models;
import io.kernelign.lm.lora.PeftFiles;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.trainer.job.Artifacts;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.Jobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The adapters that there are, by the id of the succeeded job that trained one or the name of its folder. */
@Component
class Adapters {

    /** Where folders of adapters lie, below the models' folder. */
    private static final String FOLDER = "adapters";

    private final Models models;
    private final Jobs jobs;
    private final Artifacts artifacts;
    private final BlobStore blobs;

    Adapters(Models models, Jobs jobs, Artifacts artifacts, BlobStore blobs) {
        this.models = models;
        this.jobs = jobs;
        this.artifacts = artifacts;
        this.blobs = blobs;
    }

    /**
     * The files of an adapter of a model; what is in them has not been looked at.
     *
     * @throws InvalidInputException when there is no such adapter, or when its job is not one of a good end and this model
     */
    PeftFiles find(String tenant, String model, String name) {
        var folders = folders();
        if (folders.contains(name)) {
            return PeftFiles.in(models.path().resolve(FOLDER).resolve(name));
        }
        var job = jobs.findByIdAndTenant(name, tenant)
                .orElseThrow(() -> unacceptable(name, "the id of a succeeded job, or " + oneOf(folders)));
        return of(job, model);
    }

    private PeftFiles of(Job job, String model) {
        if (job.state() != JobState.SUCCEEDED) {
            throw unacceptable(
                    job.id(),
                    "a job that has succeeded; this one is " + job.state().json());
        }
        if (!HubModel.publicName(job.view().model()).equals(HubModel.publicName(model))) {
            throw unacceptable(
                    job.id(),
                    "a job of the model " + model + "; this one is of "
                            + job.view().model());
        }
        return new PeftFiles(file(job, PeftFiles.CONFIG), file(job, PeftFiles.WEIGHTS));
    }

    private Path file(Job job, String name) {
        var key = artifacts.of(job.id()).stream()
                .filter(artifact -> artifact.name().equals(name))
                .map(ArtifactView::blobKey)
                .findFirst()
                .orElseThrow(() -> unacceptable(job.id(), "a job that trained an adapter; this one has no " + name));
        try {
            return blobs.localPath(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> folders() {
        var folder = models.path().resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var children = Files.list(folder)) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String oneOf(List<String> folders) {
        return folders.isEmpty()
                ? "the name of a folder in " + FOLDER + " in the models' folder; there is none yet"
                : folders.stream().collect(Collectors.joining(", ", "one of the adapters ", ""));
    }

    private static InvalidInputException unacceptable(String name, String accepted) {
        return new InvalidInputException(FieldError.unacceptable("", name, accepted));
    }
}
