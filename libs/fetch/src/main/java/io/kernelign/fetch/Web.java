package io.kernelign.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * Files of any server: over TLS alone, redirects included, and from public addresses alone unless the server is trusted.
 * Safe to share between threads.
 */
public final class Web {

    private final WebSettings settings;
    private final RedirectedHttp http;

    public Web(WebSettings settings) {
        this.settings = settings;
        http = new RedirectedHttp(
                new WebManners(new GuardedSockets(settings.tls(), settings.allowed())),
                settings.perseverance().silence());
    }

    /**
     * What a server says of a file.
     *
     * @param uri of the scheme https
     * @throws FetchException when it cannot be had: it is not there, its server stays away or is where it may not be
     */
    public WebOffer look(URI uri, FetchListener listener) throws InterruptedException {
        var file = new WebFile(uri, null, 0, http);
        return new Patience(file.server(), settings.perseverance(), listener).insist(() -> {
            try (var answer = http.get(uri, Map.of())) {
                file.requireContent(answer);
                return WebOffer.of(answer);
            }
        });
    }

    /**
     * Brings a file here unless it is; it goes on with what an earlier try has brought.
     *
     * @param version as {@link #look} has told it
     * @param longest bytes that the file may have
     * @param target where it goes; what has come of it lies beside it, as {@code NAME.part}
     * @throws FetchException as {@link #look}, and when it is too large, changes meanwhile, arrives with other bytes than
     *     promised, or there is no room
     * @throws IOException when it cannot be kept
     */
    public void fetch(URI uri, String version, long longest, Path target, FetchListener listener)
            throws IOException, InterruptedException {
        new Download(new WebFile(uri, version, longest, http), target, settings.perseverance(), listener).run();
    }
}
