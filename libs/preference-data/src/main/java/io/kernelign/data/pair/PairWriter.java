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
    private static final int TURN_LENGTH = 48;
    private static final int PAIR_LENGTH = 256;

    private static final int ID_START = "{\"id\":\"".length();
    private static final Map<Split, byte[]> SIDES = Arrays.stream(Split.values())
            .collect(Collectors.toMap(side -> side, side -> (",\"split\":\"" + side.text() + '"').getBytes(UTF_8)));

    private final HashedOutput hashed;
    private final OutputStream out;

    /** @param out closed with this writer */
    public PairWriter(OutputStream out) {
        this.hashed = new HashedOutput(out);
        this.out = new BufferedOutputStream(hashed, 1 << 16);
    }

    public void write(PreferencePair pair) throws IOException {
        write(out, line(pair), pair.split());
    }

    /** A pair without its side, as {@link #write(OutputStream, byte[], Split)} takes it. */
    public static byte[] line(PreferencePair pair) {
        return line(
                pair, EncodedTurns.of(pair.prompt()), EncodedTurns.of(pair.chosen()), EncodedTurns.of(pair.rejected()));
    }

    /** The same of a pair whose parts are encoded already. */
    public static byte[] line(PreferencePair pair, EncodedTurns prompt, EncodedTurns chosen, EncodedTurns rejected) {
        var json = new JsonText(expectedLength(prompt, chosen, rejected));
        json.raw(ID).quoted(pair.id().getBytes(UTF_8));
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
                .raw(END)
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

    /** @param side goes behind the id, which every line begins with; {@code null} for none */
    public static void write(OutputStream out, byte[] line, Split side) throws IOException {
        int idEnd = idEnd(line);
        out.write(line, 0, idEnd);
        if (side != null) {
            out.write(SIDES.get(side));
        }
        out.write(line, idEnd, line.length - idEnd);
        out.write('\n');
    }

    private static int idEnd(byte[] line) {
        int quote = ID_START;
        while (line[quote] != '"') {
            quote++;
        }
        return quote + 1;
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
