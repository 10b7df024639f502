package io.kernelign.fetch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Asks a server, and whoever it sends us to. */
final class RedirectedHttp {

    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Manners manners;
    private final Duration silence;

    /** @param silence how long a server may say nothing */
    RedirectedHttp(Manners manners, Duration silence) {
        this.manners = manners;
        this.silence = silence;
    }

    /** @param headers of the request, and of those that follow redirects */
    HttpAnswer get(URI start, Map<String, String> headers) throws IOException {
        var said = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        var uri = start;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            var connection = open(uri, headers);
            int status = status(connection);
            boolean redirected = REDIRECTS.contains(status);
            if (manners.isOrigin(uri)) {
                remember(connection, redirected, said);
            }
            if (!redirected) {
                return new HttpAnswer(uri, status, connection, said);
            }
            uri = target(uri, connection.getHeaderField("Location"));
            connection.disconnect();
        }
        throw new FetchException(ShownUrl.of(start) + " redirects more than " + MOST_REDIRECTS + " times");
    }

    private HttpURLConnection open(URI uri, Map<String, String> headers) throws IOException {
        var connection = manners.connect(uri);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout((int) silence.toMillis());
        connection.setReadTimeout((int) silence.toMillis());
        connection.setRequestProperty("User-Agent", "kernelign");
        connection.setRequestProperty("Accept-Encoding", "identity");
        headers.forEach(connection::setRequestProperty);
        return connection;
    }

    private static int status(HttpURLConnection connection) throws IOException {
        try {
            return connection.getResponseCode();
        } catch (ForbiddenAddressException e) {
            throw new FetchException(e.getMessage(), e);
        }
    }

    /** The first answer counts, which tells the checksum; but the ETag of a redirect is that of the redirect. */
    private static void remember(HttpURLConnection connection, boolean redirected, Map<String, String> said) {
        connection.getHeaderFields().forEach((name, values) -> {
            if (name != null && !(redirected && name.equalsIgnoreCase("ETag"))) {
                said.putIfAbsent(name, values.get(0));
            }
        });
    }

    private URI target(URI from, String location) {
        if (location == null) {
            throw new FetchException(ShownUrl.of(from) + " redirects without saying where to");
        }
        try {
            var to = from.resolve(location);
            if (to.getHost() != null && manners.leads(from, to)) {
                return to;
            }
            throw new FetchException(
                    ShownUrl.of(from) + " redirects to " + ShownUrl.of(to) + "; accepted is " + manners.accepted());
        } catch (IllegalArgumentException e) {
            throw new FetchException(ShownUrl.of(from) + " redirects to " + location + ", which is no URL", e);
        }
    }
}
