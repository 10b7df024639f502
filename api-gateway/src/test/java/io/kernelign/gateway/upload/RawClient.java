package io.kernelign.gateway.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/** One request, byte by byte: it may promise what it does not keep, and go in the middle. */
final class RawClient implements AutoCloseable {

    private final Socket socket;

    RawClient(String url) throws IOException {
        var address = URI.create(url);
        this.socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(60_000);
    }

    /** @param headers whole lines, without line ends */
    RawClient head(String method, String path, String... headers) throws IOException {
        var lines = Arrays.stream(headers).map(line -> line + "\r\n").collect(Collectors.joining());
        return send((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + lines + "\r\n")
                .getBytes(UTF_8));
    }

    RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Says that nothing more comes, and still listens. */
    RawClient end() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Everything that is answered until the server closes. */
    String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
