package io.kernelign.trainer.benchmark;

import io.kernelign.contracts.BenchmarkFilesApi;
import io.kernelign.evaluation.Benchmark;
import io.kernelign.evaluation.Question;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.service.blob.BlobStore;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.springframework.stereotype.Component;

/** The archives of uploaded files, read as they lie in the blob store: nothing is unpacked to a disk. */
@Component
public class BenchmarkArchives {

    /** Any bytes are a name; those of benchmarks are ASCII. */
    private static final Map<String, String> NAMES = Map.of("encoding", "ISO-8859-1");

    private final BlobStore blobs;

    BenchmarkArchives(BlobStore blobs) {
        this.blobs = blobs;
    }

    /**
     * The questions of a benchmark.
     *
     * @param id of its files
     * @throws InvalidInputException when there is no archive, or it is none, or as {@link Benchmark#read}
     */
    public List<Question> read(String id, Benchmark benchmark) throws IOException {
        try (var archive = open(blobs.localPath(BenchmarkFilesApi.blobKey(id)))) {
            return benchmark.read(archive.getPath("/"));
        } catch (NoSuchFileException e) {
            throw new InvalidInputException(FieldError.unacceptable("files", id, "the id of files that are stored"));
        }
    }

    private static FileSystem open(Path archive) throws IOException {
        try {
            return FileSystems.newFileSystem(archive, NAMES);
        } catch (ZipException | ProviderNotFoundException e) {
            throw new InvalidInputException(FieldError.unacceptable(
                    "body",
                    "no ZIP file, or a damaged or encrypted one",
                    "a ZIP file of what the benchmark's folder holds"));
        }
    }
}
