package io.kernelign.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What was answered at the end of all redirects. */
final class HttpAnswer implements AutoCloseable {

    private final URI uri;
    private final int status;
    private final HttpURLConnection connection;
    private final Map<String, String> saidByOrigin;

    /** @param saidByOrigin headers that the server sent which was asked first, the first of each name */
    HttpAnswer(URI uri, int status, HttpURLConnection connection, Map<String, String> saidByOrigin) {
        this.uri = uri;
        this.status = status;
        this.connection = connection;
        this.saidByOrigin = saidByOrigin;
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

    /** A header of the server that was asked first, also where another one sends the content. */
    Optional<String> originHeader(String name) {
        return Optional.ofNullable(saidByOrigin.get(name));
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
