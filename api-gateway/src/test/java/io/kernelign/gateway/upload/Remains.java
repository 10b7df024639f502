package io.kernelign.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a gateway keeps of uploads: in its folder, its blob store and its database.
 *
 * @param files of the folder, and of the blob store those that are no blobs yet
 */
record Remains(List<String> files, List<String> blobs, List<String> datasets, List<String> uploads, int claims) {

    static Remains of(RunningService gateway, Path folder) {
        var jdbc = gateway.bean(JdbcClient.class);
        try {
            var files = files(folder);
            files.addAll(files(gateway.blobs()));
            var blobs = gateway.bean(BlobStore.class).list("");
            files.removeAll(blobs);
            return new Remains(
                    List.copyOf(files),
                    blobs,
                    jdbc.sql("select id from dataset order by id")
                            .query(String.class)
                            .list(),
                    jdbc.sql("select id from upload order by id")
                            .query(String.class)
                            .list(),
                    jdbc.sql("select count(*) from pair_claim")
                            .query(Integer.class)
                            .single());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is deleted while one looks is not there any more. */
    private static SortedSet<String> files(Path folder) throws IOException {
        var files = new TreeSet<String>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(folder.relativize(file).toString());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
        return files;
    }

    void assertNothing() {
        assertThat(this).isEqualTo(new Remains(List.of(), List.of(), List.of(), List.of(), 0));
    }
}
