package io.kernelign.lm;

import io.kernelign.input.FieldError;
import io.kernelign.input.FolderName;
import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of model folders. A model's name is its path below, such as {@code llama} or {@code meta/llama}; nothing that
 * lies elsewhere can be named, be it by {@code ..} or by a link.
 *
 * @param path where they lie
 */
public record Models(Path path) {

    private static final System.Logger LOG = System.getLogger(Models.class.getName());
    private static final int DEEPEST = 3;

    /** The models that can be loaded, sorted by name; a broken one is left out and logged with its reason. */
    public List<ModelSummary> list() {
        return names().stream().flatMap(name -> summary(name).stream()).toList();
    }

    /** @throws InvalidInputException when no model of that name lies here, or when it is broken */
    public ModelFolder open(String name) {
        if (!FolderName.is(name) || !isInside(path.resolve(name))) {
            var accepted = names().stream().collect(Collectors.joining(", ", "one of ", ""));
            throw new InvalidInputException(FieldError.unacceptable("model", name, accepted));
        }
        return ModelFolder.open(path.resolve(name));
    }

    private List<String> names() {
        return below(path, 1).map(folder -> nameOf(folder)).sorted().toList();
    }

    private String nameOf(Path folder) {
        return path.relativize(folder).toString().replace('\\', '/');
    }

    private Stream<Path> below(Path folder, int depth) {
        return children(folder)
                .filter(child -> FolderName.is(child.getFileName().toString()) && isInside(child))
                .flatMap(child -> Files.isRegularFile(child.resolve(ModelFolder.CONFIG))
                        ? Stream.of(child)
                        : depth < DEEPEST ? below(child, depth + 1) : Stream.of());
    }

    /** Whether it is a folder that, all links followed, lies below ours with all of its files. */
    private boolean isInside(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try {
            var root = path.toRealPath();
            for (var file : Stream.concat(Stream.of(folder), children(folder)).toList()) {
                if (!file.toRealPath().startsWith(root)) {
                    LOG.log(Level.WARNING, "{0} is left out: the link {1} leads out of {2}", folder, file, path);
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0} is left out: {1}", folder, e.toString());
            return false;
        }
    }

    private static Stream<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (var children = Files.list(folder)) {
            return children.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ModelSummary> summary(String name) {
        try {
            return Optional.of(open(name).summary(name));
        } catch (InvalidInputException e) {
            LOG.log(Level.WARNING, "model {0} is left out: {1}", name, e.getMessage());
            return Optional.empty();
        }
    }
}
