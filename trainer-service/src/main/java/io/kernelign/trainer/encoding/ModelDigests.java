package io.kernelign.trainer.encoding;

import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.weights.TensorInfo;
import io.kernelign.service.blob.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Digests of what models' hidden states depend on. Each file is read once, and again when it was written since. */
@Component
class ModelDigests {

    private record Version(Path file, long bytes, FileTime modified) {

        static Version of(Path file) {
            try {
                return new Version(file, Files.size(file), Files.getLastModifiedTime(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String digest() {
            try {
                return Sha256.of(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final Map<Version, String> known = new ConcurrentHashMap<>();

    /** SHA-256, in lower-case hex, of the weights, the configuration and the tokenizer. */
    String of(ModelFolder model) {
        var lines = files(model)
                .sorted()
                .map(file -> file.getFileName() + " " + known.computeIfAbsent(Version.of(file), Version::digest))
                .collect(Collectors.joining("\n"));
        return Sha256.of(lines);
    }

    private static Stream<Path> files(ModelFolder model) {
        var weights = model.weights();
        return Stream.concat(
                Stream.of(ModelFolder.CONFIG, ModelFolder.TOKENIZER, ModelFolder.TOKENIZER_CONFIG)
                        .map(model.path()::resolve),
                weights.tensors().stream()
                        .map(TensorInfo::name)
                        .map(tensor -> weights.holding(tensor).path())
                        .distinct());
    }
}
