package io.kernelign.training.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the kernel tells in files; where there are none, nothing.
 *
 * @param root of the file system that they are in
 */
public record SystemFiles(Path root) {

    public static final SystemFiles HERE = new SystemFiles(Path.of("/"));

    private static final long KIBI = 1024;

    /** Bytes that a line of {@code /proc/self/status} tells of this process. */
    public OptionalLong ofProcess(String name) {
        return kibibytes("proc/self/status", name);
    }

    /** Bytes, from the line of a file that tells kibibytes after a name and a colon. */
    OptionalLong kibibytes(String file, String name) {
        return line(file, name + ":").stream().map(kibi -> kibi * KIBI).findFirst();
    }

    /** The number that is all of a file. */
    public OptionalLong number(String file) {
        return read(file).map(String::strip).filter(text -> text.matches("\\d+")).stream()
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    /** The number in the line of a file with a beginning. */
    OptionalLong line(String file, String beginning) {
        return read(file).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(beginning))
                .mapToLong(line ->
                        Long.parseLong(line.substring(beginning.length()).replaceAll("\\D", "")))
                .findFirst();
    }

    /** What stands in a folder; empty where there is none. */
    public List<String> names(String folder) {
        try (var entries = Files.list(root.resolve(folder))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private Optional<String> read(String file) {
        var path = root.resolve(file);
        try {
            return Files.isReadable(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
