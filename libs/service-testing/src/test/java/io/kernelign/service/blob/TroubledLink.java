package io.kernelign.service.blob;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The way to a server on this machine, which can be spoilt: connections are cut, answered with an error or left alone. */
final class TroubledLink implements AutoCloseable {

    private static final long NEVER = Long.MAX_VALUE;

    private final ServerSocket door;
    private final URI server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger silences = new AtomicInteger();
    private final AtomicInteger upCuts = new AtomicInteger();
    private final AtomicInteger downCuts = new AtomicInteger();
    private volatile long upLimit = NEVER;
    private volatile long downLimit = NEVER;

    TroubledLink(URI server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** Answers the next so many connections with 503. */
    void refuse(int times) {
        refusals.set(times);
    }

    /** Never answers the next so many connections. */
    void ignore(int times) {
        silences.set(times);
    }

    /** Cuts the next so many connections that send more than so many bytes. */
    void cutUploads(int times, long bytes) {
        upLimit = bytes;
        upCuts.set(times);
    }

    /** Cuts the next so many connections that receive more than so many bytes. */
    void cutDownloads(int times, long bytes) {
        downLimit = bytes;
        downCuts.set(times);
    }

    /** Cuts every connection that there is. */
    void cutAll() {
        open.forEach(TroubledLink::close);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        open.add(client);
        try (client) {
            if (took(silences)) {
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            } else if (took(refusals)) {
                refuse(client);
            } else {
                forward(client);
            }
        } catch (IOException e) {
            // Trouble is what this is for.
        } finally {
            open.remove(client);
        }
    }

    /** The request is read as far as it comes at once, for a reset would overtake the answer. */
    private static void refuse(Socket client) throws IOException {
        client.getInputStream().read(new byte[1 << 16]);
        client.getOutputStream()
                .write("HTTP/1.1 503 Slow Down\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
        client.shutdownOutput();
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private void forward(Socket client) throws IOException {
        try (var upstream = new Socket(server.getHost(), server.getPort())) {
            threads.execute(() -> copy(client, upstream, upCuts, upLimit));
            copy(upstream, client, downCuts, downLimit);
        }
    }

    private static void copy(Socket from, Socket to, AtomicInteger cuts, long limit) {
        var buffer = new byte[1 << 16];
        long copied = 0;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                int allowed = (int) Math.min(got, Math.max(0, limit - copied));
                out.write(buffer, 0, allowed);
                copied += got;
                if (allowed < got && took(cuts)) {
                    break;
                }
                out.write(buffer, allowed, got - allowed);
            }
            close(from);
            close(to);
        } catch (IOException e) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone already.
        }
    }

    private static boolean took(AtomicInteger left) {
        return left.getAndUpdate(times -> Math.max(0, times - 1)) > 0;
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
