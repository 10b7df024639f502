package io.kernelign.hub;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the hub is reached.
 *
 * @param endpoint its base URL, {@code HF_ENDPOINT}
 * @param token {@code HF_TOKEN}; sent to the endpoint and to nobody else
 * @param cache folder for what was fetched
 * @param silence how long the hub may say nothing before it counts as away
 * @param tries how often in a row something may fail that passes, before the fetch does
 * @param firstPause between the first two tries; doubled from try to try
 * @param longestPause the longest that is waited, also when the hub asks for it
 */
public record HubSettings(
        URI endpoint,
        Optional<String> token,
        Path cache,
        Duration silence,
        int tries,
        Duration firstPause,
        Duration longestPause) {

    /** @throws IllegalArgumentException when the endpoint is not the URL of a server */
    public HubSettings {
        var scheme = endpoint.getScheme();
        if (endpoint.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw new IllegalArgumentException(
                    "the hub's endpoint is " + endpoint + "; accepted is a URL such as https://huggingface.co");
        }
    }

    /** With the usual patience: 6 tries within about half a minute, up to 5 minutes where the hub asks for it. */
    public static HubSettings of(URI endpoint, Optional<String> token, Path cache) {
        return new HubSettings(
                endpoint, token, cache, Duration.ofSeconds(30), 6, Duration.ofSeconds(1), Duration.ofMinutes(5));
    }

    /** A resource of the hub. */
    URI resource(String path) {
        return URI.create(endpoint.toString().replaceAll("/+$", "") + path);
    }
}
