package io.kernelign.data.pair;

import static io.kernelign.data.pair.JsonText.ascii;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes canonical pairs as JSON Lines, one pair a line; the same pairs always give the same bytes. */
public final class PairWriter implements Closeable {

    private static final byte[] ID = ascii("{\"id\":");
    private static final byte[] PROMPT = ascii(",\"prompt\":[");
    private static final byte[] CHOSEN = ascii(",\"chosen\":[");
    private static final byte[] REJECTED = ascii(",\"rejected\":[");
    private static final byte[] FIRST_TURN = ascii("{\"role\":");
    private static final byte[] NEXT_TURN = ascii(",{\"role\":");
    private static final byte[] CONTENT = ascii(",\"content\":");
    private static final byte[] END_OF_TURNS = ascii("]");
    private static final byte[] TASK = ascii(",\"task\":");
    private static final byte[] LABEL = ascii(",\"label\":");
    private static final byte[] WEIGHT = ascii(",\"weight\":");
    private static final byte[] END = ascii("}");
    private static final byte[] END_OF_LINE = ascii("}\n");
    private static final int TURN_LENGTH = 48;
    private static final int PAIR_LENGTH = 256;

    /** Where in a line of a pair whose id is a {@link ContentHash} the {@link #side} begins. */
    public static final int SIDE_AT = "{\"id\":\"\"".length() + ContentHash.ID_LENGTH;

    private static final Map<Split, byte[]> SIDES =
            Arrays.stream(Split.values()).collect(Collectors.toMap(side -> side, PairWriter::json));

    private final HashedOutput hashed;
    private final OutputStream out;

    /** @param out closed with this writer */
    public PairWriter(OutputStream out) {
        this.hashed = new HashedOutput(out);
        this.out = new BufferedOutputStream(hashed, 1 << 16);
    }

    public void write(PreferencePair pair) throws IOException {
        out.write(line(pair));
    }

    /** What stands behind the id of a pair of this side: of the same length for every side. Not to be changed. */
    public static byte[] side(Split side) {
        return SIDES.get(side);
    }

    private static byte[] json(Split side) {
        int longest = Arrays.stream(Split.values())
                .mapToInt(any -> any.text().length())
                .max()
                .orElseThrow();
        return ascii(",\"split\":\"" + side.text() + '"'
                + " ".repeat(longest - side.text().length()));
    }

    /** The line of a pair. */
    public static byte[] line(PreferencePair pair) {
        return line(
                pair, EncodedTurns.of(pair.prompt()), EncodedTurns.of(pair.chosen()), EncodedTurns.of(pair.rejected()));
    }

    /** The same of a pair whose parts are encoded already. */
    public static byte[] line(PreferencePair pair, EncodedTurns prompt, EncodedTurns chosen, EncodedTurns rejected) {
        var json = new JsonText(expectedLength(prompt, chosen, rejected));
        json.raw(ID).quoted(pair.id().getBytes(UTF_8));
        if (pair.split() != null) {
            json.raw(side(pair.split()));
        }
        write(json.raw(PROMPT), prompt);
        write(json.raw(CHOSEN), chosen);
        write(json.raw(REJECTED), rejected);
        if (pair.task() != null) {
            json.raw(TASK).quoted(pair.task().getBytes(UTF_8));
        }
        if (pair.label() != null) {
            json.raw(LABEL).quoted(pair.label().getBytes(UTF_8));
        }
        return json.raw(WEIGHT)
                .raw(ascii(Double.toString(pair.weight())))
                .raw(END_OF_LINE)
                .toBytes();
    }

    private static void write(JsonText json, EncodedTurns conversation) {
        for (int i = 0; i < conversation.turns().size(); i++) {
            json.raw(i == 0 ? FIRST_TURN : NEXT_TURN)
                    .quoted(conversation.turns().get(i).role().utf8())
                    .raw(CONTENT)
                    .quoted(conversation.contents().get(i))
                    .raw(END);
        }
        json.raw(END_OF_TURNS);
    }

    /** With some room for what is escaped. */
    private static int expectedLength(EncodedTurns... parts) {
        int length = 0;
        for (var part : parts) {
            for (var content : part.contents()) {
                length += content.length + content.length / 16 + TURN_LENGTH;
            }
        }
        return length + PAIR_LENGTH;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Closes the file and returns SHA-256 (hex) of its bytes. To be called once. */
    public String finish() throws IOException {
        close();
        return hashed.hex();
    }
}
