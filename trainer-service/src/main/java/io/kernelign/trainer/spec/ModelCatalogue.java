package io.kernelign.trainer.spec;

import io.kernelign.contracts.ModelView;
import io.kernelign.input.ValueType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The base models: each folder in {@code kernelign.models.dir} that holds a {@code config.json}. */
@Component
public class ModelCatalogue {

    private final Path folder;

    ModelCatalogue(@Value("${kernelign.models.dir}") Path folder) {
        this.folder = folder;
    }

    /** Names, sorted. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve("config.json")))
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folder of a model that {@link #names} lists. */
    public Path folder(String name) {
        return folder.resolve(name);
    }

    ValueType<String> nameType() {
        return new ModelName(this);
    }

    public List<ModelView> views() {
        return List.of();
    }
}
