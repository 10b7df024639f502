package io.kernelign.data.pair;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link PairWriter} wrote, one pair at a time. */
public final class PairReader implements Iterator<PreferencePair>, Closeable {

    private static final JsonMapper JSON = new JsonMapper();

    private final BufferedReader lines;
    private long line;
    private String next;

    /** @param in closed with this reader */
    public PairReader(InputStream in) throws IOException {
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        this.next = lines.readLine();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    /** @throws IllegalStateException the file is not one of canonical pairs, with the line at fault */
    @Override
    public PreferencePair next() {
        if (next == null) {
            throw new NoSuchElementException("no pair after line " + line);
        }
        line++;
        try {
            var pair = JSON.readValue(next, PreferencePair.class);
            next = lines.readLine();
            return pair;
        } catch (JacksonException e) {
            throw new IllegalStateException("line " + line + " of the canonical pairs is not a pair", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
