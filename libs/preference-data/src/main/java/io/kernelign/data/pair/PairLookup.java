package io.kernelign.data.pair;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;

/** Looks for pairs in a canonical file from a place in it on. */
public final class PairLookup {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int BUFFER = 1 << 16;

    private PairLookup() {}

    /**
     * @param pairs in the file's order
     * @param next where to go on; empty when nothing is left
     */
    public record Found(List<PreferencePair> pairs, OptionalLong next) {}

    /**
     * The first pairs that are wanted.
     *
     * @param place where the first pair to look at begins, in bytes from the beginning of the file
     * @param limit how many to find at the most, 1 or more
     * @param mostBytes no further pair is looked at when so many bytes have been
     * @throws IllegalArgumentException no pair begins there
     */
    public static Found find(Path canonical, long place, int limit, long mostBytes, Predicate<PreferencePair> wanted)
            throws IOException {
        try (var file = FileChannel.open(canonical)) {
            if (!isBeginning(file, place)) {
                throw new IllegalArgumentException("no pair begins at byte " + place);
            }
            var found = new ArrayList<PreferencePair>();
            long at = place;
            // A character is a byte here, which makes places countable.
            var lines = new BufferedReader(
                    new InputStreamReader(Channels.newInputStream(file.position(place)), ISO_8859_1), BUFFER);
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                at += line.length() + 1;
                var pair = JSON.readValue(line.getBytes(ISO_8859_1), PreferencePair.class);
                if (wanted.test(pair)) {
                    found.add(pair);
                }
                if (found.size() == limit || at - place >= mostBytes) {
                    break;
                }
            }
            return new Found(found, at < file.size() ? OptionalLong.of(at) : OptionalLong.empty());
        }
    }

    private static boolean isBeginning(FileChannel file, long place) throws IOException {
        if (place <= 0 || place >= file.size()) {
            return place == 0;
        }
        var before = ByteBuffer.allocate(1);
        return file.read(before, place - 1) == 1 && before.get(0) == '\n';
    }
}
