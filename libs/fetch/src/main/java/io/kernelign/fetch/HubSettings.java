package io.kernelign.fetch;

import java.net.URI;
import java.util.Optional;

/**
 * How the hub is reached.
 *
 * @param endpoint its base URL, {@code HF_ENDPOINT}
 * @param token {@code HF_TOKEN}; sent to the endpoint and to nobody else
 */
public record HubSettings(URI endpoint, Optional<String> token, Perseverance perseverance) {

    /** @throws IllegalArgumentException when the endpoint is not the URL of a server */
    public HubSettings {
        var scheme = endpoint.getScheme();
        if (endpoint.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw new IllegalArgumentException(
                    "the hub's endpoint is " + endpoint + "; accepted is a URL such as https://huggingface.co");
        }
    }

    /** With the usual perseverance; a token that is blank is none. */
    public static HubSettings of(URI endpoint, String token) {
        return new HubSettings(endpoint, Optional.of(token).filter(text -> !text.isBlank()), Perseverance.USUAL);
    }

    /** A resource of the hub. */
    URI resource(String path) {
        return URI.create(endpoint.toString().replaceAll("/+$", "") + path);
    }

    boolean isHub(URI uri) {
        return endpoint.getScheme().equalsIgnoreCase(uri.getScheme())
                && endpoint.getHost().equalsIgnoreCase(uri.getHost())
                && endpoint.getPort() == uri.getPort();
    }
}
