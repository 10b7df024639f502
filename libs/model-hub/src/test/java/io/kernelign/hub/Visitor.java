package io.kernelign.hub;

import io.kernelign.fetch.FetchListener;
import io.kernelign.fetch.HubSettings;
import io.kernelign.fetch.Perseverance;
import io.kernelign.fetch.testing.FakeHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Fetches the one model of a {@link FakeHub} and remembers what was heard on the way. */
final class Visitor implements FetchListener {

    static final HubModel MODEL = HubModel.parse("hf:" + FakeHub.REPOSITORY);
    static final HubModel PINNED = MODEL.at(FakeHub.COMMIT);
    static final String WEIGHTS = "model.safetensors";

    private final FakeHub server;
    private final Path cache;
    private final List<String> delays = new CopyOnWriteArrayList<>();
    private final List<Long> bytes = new CopyOnWriteArrayList<>();
    private long total;

    Visitor(FakeHub server, Path cache) {
        this.server = server;
        this.cache = cache;
    }

    ModelHub hub(String token) {
        return hub(token, Duration.ofSeconds(20), 3);
    }

    ModelHub hub(String token, Duration silence, int tries) {
        return new ModelHub(
                new HubSettings(
                        server.url(),
                        Optional.ofNullable(token),
                        new Perseverance(silence, tries, Duration.ofMillis(1), Duration.ofSeconds(2))),
                cache);
    }

    /** The folder of the model, fetched with a token. */
    Path fetched() throws InterruptedException {
        var hub = hub("secret");
        return hub.find(hub.fetch(MODEL, this)).orElseThrow();
    }

    /** Names of all files in the cache. */
    List<String> kept() throws IOException {
        try (var files = Files.walk(cache)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }

    /** Where the part is collected that will be a file of the model. */
    Path part(String name) throws IOException {
        return Files.createDirectories(new HubCache(cache).staging(PINNED)).resolve(name + ".part");
    }

    @Override
    public void check() {}

    @Override
    public void fetched(String file, long here, long all) {
        if (file.equals(WEIGHTS)) {
            bytes.add(here);
            total = all;
        }
    }

    @Override
    public void delayed(String sentence) {
        delays.add(sentence);
    }

    List<String> delays() {
        return delays;
    }

    /** Bytes of the weights that were here, each time that it was told. */
    List<Long> bytes() {
        return bytes;
    }

    /** What the weights would come to. */
    long total() {
        return total;
    }
}
