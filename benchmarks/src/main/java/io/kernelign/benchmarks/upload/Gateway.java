package io.kernelign.benchmarks.upload;

import io.kernelign.benchmarks.Child;
import io.kernelign.benchmarks.platform.Database;
import io.kernelign.benchmarks.platform.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A gateway in a process of its own with a small heap, its PostgreSQL, and its blob store on the disk that is measured. */
final class Gateway implements AutoCloseable {

    /** MiB that its heap may take. */
    static final int HEAP = 256;

    private final Database database;
    private final ServiceProcess process;
    private final CollectionLog collections;
    private final HttpClient http = HttpClient.newHttpClient();

    private Gateway(Database database, ServiceProcess process, CollectionLog collections) {
        this.database = database;
        this.process = process;
        this.collections = collections;
    }

    static Gateway start(Path root, Path work) throws IOException, InterruptedException, SQLException {
        var database = Database.start(work.resolve("postgres"));
        var collections = work.resolve("collections.log");
        var process = new ServiceProcess(
                root,
                work,
                "api-gateway",
                List.of("-Xmx" + HEAP + "m", "-XX:+UseParallelGC", "-Xlog:gc:file=" + collections),
                List.of(
                        "--kernelign.gateway.allow-unauthenticated=true",
                        "--kernelign.uploads.dir=" + Files.createDirectories(work.resolve("drafts")),
                        "--kernelign.blobs.dir=" + Files.createDirectories(work.resolve("blobs"))),
                database.environment());
        var gateway = new Gateway(database, process, new CollectionLog(collections));
        try {
            process.start();
            process.awaitUp();
            return gateway;
        } catch (IOException | InterruptedException | RuntimeException e) {
            gateway.close();
            throw e;
        }
    }

    /** Uploads a file with curl, forgets the data set and answers what that took. */
    Upload upload(Path file) throws IOException, InterruptedException {
        collections.skip();
        long start = System.nanoTime();
        var answer = curl(
                "-T",
                file.toString(),
                "-H",
                "Content-Type: application/jsonl",
                process.url() + "/api/v1/datasets?name=large");
        double seconds = (System.nanoTime() - start) / 1e9;
        var dataset = new JsonMapper().readTree(answer);
        http.send(
                HttpRequest.newBuilder(URI.create(process.url() + "/api/v1/datasets/"
                                + dataset.get("id").stringValue()))
                        .DELETE()
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return new Upload(seconds, collections.heapMib(), dataset.get("rows").longValue());
    }

    private static String curl(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("curl", "-sS", "--fail-with-body", "-X", "POST"));
        command.addAll(List.of(arguments));
        return Child.lastLine(command);
    }

    @Override
    public void close() throws IOException {
        process.close();
        database.close();
    }
}
