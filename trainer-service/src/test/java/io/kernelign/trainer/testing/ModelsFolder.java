package io.kernelign.trainer.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders of models for tests. */
public final class ModelsFolder {

    private ModelsFolder() {}

    /** A new folder with the one model that sample jobs name. */
    public static Path make() {
        try {
            var models = Files.createTempDirectory("kernelign-test-models");
            var model = Files.createDirectory(models.resolve(SampleJobs.MODEL));
            Files.writeString(model.resolve("config.json"), "{}");
            return models;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
