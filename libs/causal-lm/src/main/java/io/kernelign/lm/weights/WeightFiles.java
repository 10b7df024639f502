package io.kernelign.lm.weights;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The tensors of a checkpoint by their names, in one safetensors file or in several. */
public sealed interface WeightFiles permits SafetensorsFile, ShardedWeights {

    /** Name of the file that holds a checkpoint in one piece. */
    String WHOLE = "model.safetensors";
    /** Name of the file that says which shard holds what. */
    String INDEX = "model.safetensors.index.json";

    /** The file that lists them all. */
    Path path();

    Collection<TensorInfo> tensors();

    boolean contains(String name);

    /**
     * The file with a tensor.
     *
     * @throws InvalidInputException when there is no such tensor
     */
    SafetensorsFile holding(String name);

    /** Size of all files with tensors. */
    long bytes();

    /** @throws InvalidInputException when there is no such tensor */
    default TensorInfo tensor(String name) {
        return holding(name).tensor(name);
    }

    /** All elements of a tensor in row-major order, widened to float32; at most 2^31 - 1 of them. */
    default float[] read(String name) {
        return holding(name).read(name);
    }

    /**
     * Fills the buffer's remaining room with the elements that start at {@code first}, widened to float32.
     *
     * @throws IndexOutOfBoundsException when the tensor has not that many
     */
    default void read(String name, long first, FloatBuffer target) {
        holding(name).read(name, first, target);
    }

    /**
     * Opens the weights of a model folder: the whole file where there is one, else the shards.
     *
     * @throws InvalidInputException naming the file, and the tensor where there is one, when a header is not one that
     *     its whole file obeys, or the index is not one that its shards obey
     */
    static WeightFiles open(Path folder) {
        var whole = folder.resolve(WHOLE);
        return Files.isRegularFile(whole) ? SafetensorsFile.open(whole) : ShardedWeights.open(folder.resolve(INDEX));
    }

    /** What is wrong with a folder that has neither; empty where it has one. */
    static Optional<FieldError> missing(Path folder) {
        var names = names(folder);
        if (names.contains(WHOLE) || names.contains(INDEX)) {
            return Optional.empty();
        }
        return Optional.of(PickledWeights.among(names)
                .orElseGet(() -> FieldError.missing(
                        WHOLE,
                        "a file of this name, or " + INDEX + " with its shards, in the model folder "
                                + folder.getFileName())));
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
