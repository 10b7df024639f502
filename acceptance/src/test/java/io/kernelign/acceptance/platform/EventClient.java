package io.kernelign.acceptance.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/**
 * A client of server-sent events as the standard describes one: an event counts once its blank line has arrived, and its id is
 * sent as {@code Last-Event-ID} with the next connection.
 */
public final class EventClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI uri;
    private final List<Event> seen = new ArrayList<>();
    private String last = "";
    private boolean ended;

    /** @param id {@code null} of an event that has none */
    public record Event(String id, String name, String data) {}

    public EventClient(String url) {
        this.uri = URI.create(url);
    }

    /** Everything that has arrived over all connections, in order. */
    public List<Event> seen() {
        return List.copyOf(seen);
    }

    /** Whether the stream has told its end. */
    public boolean ended() {
        return ended;
    }

    /**
     * Connects, and cuts the connection.
     *
     * @param events that it waits for, unless the stream ends before
     * @param more bytes of the next event that still arrive, and are lost
     */
    public void follow(int events, int more) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri).header("Accept", "text/event-stream");
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        try (var body = http.send(request.build(), BodyHandlers.ofInputStream()).body()) {
            for (int i = 0; i < events && !ended; i++) {
                read(body);
            }
            for (int i = 0; i < more && body.available() > 0; i++) {
                body.read();
            }
        }
    }

    /** Connects and reads to the end. */
    public void followToTheEnd() throws IOException, InterruptedException {
        follow(Integer.MAX_VALUE, 0);
    }

    private void read(InputStream body) throws IOException {
        String id = null;
        String name = null;
        var data = new StringBuilder();
        for (var line = line(body); !line.isEmpty(); line = line(body)) {
            var value = line.substring(line.indexOf(':') + 1).strip();
            switch (line.substring(0, line.indexOf(':'))) {
                case "id" -> id = value;
                case "event" -> name = value;
                case "data" -> data.append(value);
                default -> {
                    // A comment.
                }
            }
        }
        if (name != null) {
            last = id == null ? last : id;
            ended = name.equals("end");
            seen.add(new Event(id, name, data.toString()));
        }
    }

    private static String line(InputStream body) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = body.read(); next != '\n'; next = body.read()) {
            if (next < 0) {
                throw new IOException("the stream broke off");
            }
            line.write(next);
        }
        return line.toString(UTF_8);
    }
}
