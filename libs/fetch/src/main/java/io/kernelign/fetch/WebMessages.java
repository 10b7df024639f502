package io.kernelign.fetch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Sends messages to servers of others: over TLS and to public addresses alone, but to a trusted host in whichever way it
 * is named. No redirect is followed, and of what is answered only the status is looked at. Safe to share between threads.
 */
public final class WebMessages implements AutoCloseable {

    private static final int LONGEST = 2_000;

    private final AllowedAddresses allowed;
    private final WebManners manners;
    private final Duration deadline;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(WebMessages::daemon);

    /** @param settings whose {@link Perseverance#silence} is how long a server has for all of its answer */
    public WebMessages(WebSettings settings) {
        allowed = settings.allowed();
        manners = new WebManners(new GuardedSockets(settings.tls(), allowed));
        deadline = settings.perseverance().silence();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "web-messages");
        thread.setDaemon(true);
        return thread;
    }

    /** Whether messages may be sent there, as far as that can be told before it is connected to. */
    public boolean accepts(URI uri) {
        return uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.toString().length() <= LONGEST
                && (isTls(uri) || "http".equalsIgnoreCase(uri.getScheme()) && allowed.trusts(uri.getHost()))
                && !allowed.refuses(uri.getHost());
    }

    /** What {@link #accepts} accepts, as a phrase. */
    public static String accepted() {
        return "an https URL of at most " + LONGEST
                + " characters with a host at a public address and without user and password";
    }

    /**
     * Posts a message.
     *
     * @param uri that is {@link #accepts accepted}
     * @return the status of the answer
     * @throws FetchException when the server is where it may not be
     * @throws IOException when it does not answer in time
     */
    public int post(URI uri, Map<String, String> headers, byte[] body) throws IOException {
        var connection = connect(uri);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout((int) deadline.toMillis());
        connection.setReadTimeout((int) deadline.toMillis());
        connection.setDoOutput(true);
        // With a length of its own a request is never sent again by the connection itself.
        connection.setFixedLengthStreamingMode(body.length);
        connection.setRequestProperty("User-Agent", "kernelign");
        headers.forEach(connection::setRequestProperty);
        long end = System.nanoTime() + deadline.toNanos();
        var cut = clock.schedule(connection::disconnect, deadline.toMillis(), TimeUnit.MILLISECONDS);
        try {
            int status = send(connection, body);
            requireInTime(end);
            return status;
        } catch (ForbiddenAddressException e) {
            throw new FetchException(e.getMessage(), e);
        } catch (IOException e) {
            requireInTime(end);
            throw e;
        } finally {
            cut.cancel(false);
            connection.disconnect();
        }
    }

    /** What is cut off may look like an answer, or fail for any reason. */
    private void requireInTime(long end) throws SocketTimeoutException {
        if (System.nanoTime() - end >= 0) {
            throw new SocketTimeoutException("no answer within " + deadline.toSeconds() + " seconds");
        }
    }

    private static int send(HttpURLConnection connection, byte[] body) throws IOException {
        try (var out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new IOException("the answer is no HTTP");
        }
        return status;
    }

    private HttpURLConnection connect(URI uri) throws IOException {
        return isTls(uri)
                ? manners.connect(uri)
                : (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
    }

    private static boolean isTls(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
