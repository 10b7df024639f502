package io.kernelign.lm;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A folder of model folders.
 *
 * @param path where they lie, each directly below
 */
public record Models(Path path) {

    private static final System.Logger LOG = System.getLogger(Models.class.getName());

    /** The models that can be loaded, sorted by name; a broken one is left out and logged with its reason. */
    public List<ModelSummary> list() {
        return names().stream().flatMap(name -> summary(name).stream()).toList();
    }

    /** @throws InvalidInputException when no model of that name lies here, or when it is broken */
    public ModelFolder open(String name) {
        if (!folders().contains(name)) {
            var accepted = names().stream().collect(Collectors.joining(", ", "one of ", ""));
            throw new InvalidInputException(FieldError.unacceptable("model", name, accepted));
        }
        return ModelFolder.open(path.resolve(name));
    }

    private List<String> names() {
        return folders().stream()
                .filter(name -> Files.isRegularFile(path.resolve(name).resolve(ModelFolder.CONFIG)))
                .toList();
    }

    private List<String> folders() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var children = Files.list(path)) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ModelSummary> summary(String name) {
        try {
            return Optional.of(open(name).summary());
        } catch (InvalidInputException e) {
            LOG.log(Level.WARNING, "model {0} is left out: {1}", name, e.getMessage());
            return Optional.empty();
        }
    }
}
