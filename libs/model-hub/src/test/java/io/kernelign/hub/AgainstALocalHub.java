package io.kernelign.hub;

import io.kernelign.fetch.testing.FakeHub;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A hub that offers one small model, and somebody who fetches it into an empty cache. */
abstract class AgainstALocalHub {

    @TempDir
    Path cache;

    @TempDir
    Path scratch;

    FakeHub server;
    Visitor visitor;

    @BeforeEach
    void start() throws IOException {
        server = FakeHub.ofModel();
        SmallModel.on(server, scratch);
        visitor = new Visitor(server, cache);
    }

    @AfterEach
    void stop() {
        server.close();
    }
}
