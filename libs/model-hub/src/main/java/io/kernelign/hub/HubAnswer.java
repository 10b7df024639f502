package io.kernelign.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What was answered at the end of all redirects. */
final class HubAnswer implements AutoCloseable {

    private final URI uri;
    private final int status;
    private final HttpURLConnection connection;
    private final Map<String, String> saidByHub;

    /** @param saidByHub headers of the hub's own answers, the first of each name */
    HubAnswer(URI uri, int status, HttpURLConnection connection, Map<String, String> saidByHub) {
        this.uri = uri;
        this.status = status;
        this.connection = connection;
        this.saidByHub = saidByHub;
    }

    URI uri() {
        return uri;
    }

    int status() {
        return status;
    }

    InputStream body() throws IOException {
        return connection.getInputStream();
    }

    /** A header of this answer itself. */
    Optional<String> header(String name) {
        return Optional.ofNullable(connection.getHeaderField(name));
    }

    /** A header of the hub, also where another server sends the content. */
    Optional<String> hubHeader(String name) {
        return Optional.ofNullable(saidByHub.get(name));
    }

    /** Bytes of the body. */
    OptionalLong length() {
        long length = connection.getContentLengthLong();
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
