package io.kernelign.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a gateway keeps of uploads: in its folder, its blob store and its database. */
record Remains(List<String> files, List<String> blobs, List<String> datasets, List<String> uploads, int claims) {

    static Remains of(RunningService gateway, Path folder) {
        var jdbc = gateway.bean(JdbcClient.class);
        try {
            return new Remains(
                    files(folder),
                    gateway.bean(BlobStore.class).list(""),
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

    private static List<String> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    void assertNothing() {
        assertThat(this).isEqualTo(new Remains(List.of(), List.of(), List.of(), List.of(), 0));
    }
}
