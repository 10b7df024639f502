package io.kernelign.hub;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Asks the hub, and whoever the hub sends us to; only the hub itself sees the token. */
final class HubHttp {

    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HubSettings settings;

    HubHttp(HubSettings settings) {
        this.settings = settings;
    }

    /** @param from first byte wanted; 0 for all */
    HubAnswer get(URI start, long from) throws IOException {
        var said = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        var uri = start;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            var connection = open(uri, from);
            int status = connection.getResponseCode();
            boolean redirected = REDIRECTS.contains(status);
            if (isHub(uri)) {
                remember(connection, redirected, said);
            }
            if (!redirected) {
                return new HubAnswer(uri, status, connection, said);
            }
            uri = target(uri, connection.getHeaderField("Location"));
            connection.disconnect();
        }
        throw new HubException(start + " redirects more than " + MOST_REDIRECTS + " times");
    }

    private HttpURLConnection open(URI uri, long from) throws IOException {
        var connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout((int) settings.silence().toMillis());
        connection.setReadTimeout((int) settings.silence().toMillis());
        connection.setRequestProperty("User-Agent", "kernelign");
        connection.setRequestProperty("Accept-Encoding", "identity");
        if (from > 0) {
            connection.setRequestProperty("Range", "bytes=" + from + "-");
        }
        if (isHub(uri)) {
            settings.token().ifPresent(token -> connection.setRequestProperty("Authorization", "Bearer " + token));
        }
        return connection;
    }

    /** The first answer counts, which tells the checksum; but the ETag of a redirect is that of the redirect. */
    private static void remember(HttpURLConnection connection, boolean redirected, Map<String, String> said) {
        connection.getHeaderFields().forEach((name, values) -> {
            if (name != null && !(redirected && name.equalsIgnoreCase("ETag"))) {
                said.putIfAbsent(name, values.get(0));
            }
        });
    }

    private boolean isHub(URI uri) {
        var hub = settings.endpoint();
        return hub.getScheme().equalsIgnoreCase(uri.getScheme())
                && hub.getHost().equalsIgnoreCase(uri.getHost())
                && hub.getPort() == uri.getPort();
    }

    private static URI target(URI from, String location) {
        if (location == null) {
            throw new HubException(from + " redirects without saying where to");
        }
        try {
            var to = from.resolve(location);
            var asSafe = "https".equals(to.getScheme()) || from.getScheme().equals(to.getScheme());
            if (asSafe && to.getHost() != null) {
                return to;
            }
            throw new HubException(from + " redirects to " + location + "; accepted is a URL as safe as its own");
        } catch (IllegalArgumentException e) {
            throw new HubException(from + " redirects to " + location + ", which is no URL", e);
        }
    }
}
