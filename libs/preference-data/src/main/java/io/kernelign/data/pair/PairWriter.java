package io.kernelign.data.pair;

import static io.kernelign.data.pair.JsonText.ascii;

import io.kernelign.data.text.Text;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
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
    private static final byte[] WEIGHT_OF_NEARLY_ALL = ascii("1.0");
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
        out.write(line(EncodedPair.of(pair)));
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
    public static byte[] line(EncodedPair pair) {
        var json = new JsonText(expectedLength(pair));
        json.raw(ID).quoted(Text.of(pair.id()));
        if (pair.split() != null) {
            json.raw(side(pair.split()));
        }
        write(json.raw(PROMPT), pair.prompt());
        write(json.raw(CHOSEN), pair.chosen());
        write(json.raw(REJECTED), pair.rejected());
        if (pair.task() != null) {
            json.raw(TASK).quoted(Text.of(pair.task()));
        }
        if (pair.label() != null) {
            json.raw(LABEL).quoted(Text.of(pair.label()));
        }
        return json.raw(WEIGHT)
                .raw(pair.weight() == 1 ? WEIGHT_OF_NEARLY_ALL : ascii(Double.toString(pair.weight())))
                .raw(END_OF_LINE)
                .toBytes();
    }

    private static void write(JsonText json, List<Turn> conversation) {
        for (int i = 0; i < conversation.size(); i++) {
            json.raw(i == 0 ? FIRST_TURN : NEXT_TURN)
                    .quoted(conversation.get(i).role().utf8())
                    .raw(CONTENT)
                    .quoted(conversation.get(i).content())
                    .raw(END);
        }
        json.raw(END_OF_TURNS);
    }

    /** With some room for what is escaped. */
    private static int expectedLength(EncodedPair pair) {
        return PAIR_LENGTH
                + expectedLength(pair.prompt())
                + expectedLength(pair.chosen())
                + expectedLength(pair.rejected());
    }

    private static int expectedLength(List<Turn> conversation) {
        int length = 0;
        for (var turn : conversation) {
            length += turn.content().length() + turn.content().length() / 16 + TURN_LENGTH;
        }
        return length;
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
