package io.kernelign.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Fetches one file of a model: it appears whole and with the hub's checksum, or not at all. */
final class Download {

    private static final int CHUNK = 1 << 16;
    /** For a file whose size nobody tells. */
    private static final long LONGEST = 200_000_000;

    private final HubModel model;
    private final String name;
    private final Path file;
    private final Path part;
    private final HubHttp http;
    private final HubSettings settings;
    private final FetchListener listener;

    /** @param model at a commit */
    Download(HubModel model, String name, Path folder, HubHttp http, HubSettings settings, FetchListener listener) {
        this.model = model;
        this.name = name;
        this.file = folder.resolve(name);
        this.part = folder.resolve(name + ".part");
        this.http = http;
        this.settings = settings;
        this.listener = listener;
    }

    /** Goes on where an earlier try has ended. */
    void run() throws IOException, InterruptedException {
        if (Files.exists(file)) {
            return;
        }
        var promised = new Patience(settings, listener).insist(this::have, this::transfer);
        var found = promised.of(part);
        if (!found.equals(promised)) {
            Files.delete(part);
            throw new HubException(name + " of " + model + " arrived with " + found + "; accepted is " + promised
                    + ", as the hub says");
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private long have() {
        return part.toFile().length();
    }

    /** Brings what is missing, and tells what the whole must be. */
    private Checksum transfer() throws IOException {
        var uri = settings.resource("/" + model.repository() + "/resolve/" + model.revision() + "/" + name);
        long have = have();
        try (var answer = http.get(uri, have)) {
            boolean resumed = answer.status() == 206;
            if (answer.status() == 416 || resumed && !startsAt(have, answer)) {
                Files.deleteIfExists(part);
                throw new TryAgainException(name + " of " + model + " cannot be resumed", Optional.empty());
            }
            Refusals.requireContent(answer, model, Optional.of(name), settings);
            requireCommit(answer);
            var checksum = checksum(answer);
            long before = resumed ? have : 0;
            copy(
                    answer.body(),
                    before,
                    answer.length().isPresent() ? before + answer.length().getAsLong() : -1);
            return checksum;
        }
    }

    private static boolean startsAt(long first, HubAnswer answer) {
        return answer.header("Content-Range").orElse("").startsWith("bytes " + first + "-");
    }

    private void requireCommit(HubAnswer answer) {
        var commit = answer.hubHeader("X-Repo-Commit").orElse(model.revision());
        if (!commit.equals(model.revision())) {
            throw new HubException(name + " of " + model + " comes from commit " + commit);
        }
    }

    private Checksum checksum(HubAnswer answer) {
        return answer.hubHeader("X-Linked-Etag")
                .or(() -> answer.hubHeader("ETag"))
                .flatMap(Checksum::ofEtag)
                .orElseThrow(() -> new HubException(
                        "the hub tells no checksum of " + name + " of " + model + "; accepted is an ETag with one"));
    }

    private void copy(InputStream in, long from, long total) throws IOException {
        try (var out = new PartFile(part, from)) {
            var chunk = new byte[CHUNK];
            long at = from;
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                at += read;
                if (at > (total < 0 ? LONGEST : total)) {
                    throw new HubException(name + " of " + model + " is longer than the hub said");
                }
                out.write(chunk, read);
                listener.fetched(name, at, total);
            }
            if (at < total) {
                throw new IOException("the connection ended after " + at + " of " + total + " bytes of " + name);
            }
        }
    }
}
