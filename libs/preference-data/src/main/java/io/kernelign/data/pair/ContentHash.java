package io.kernelign.data.pair;

import io.kernelign.data.text.Text;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What conversations say, as SHA-256 over it: for each conversation its number of turns, for each turn role and content,
 * every text preceded by its length in bytes, so that no two different contents are written alike.
 *
 * @param id of the pair: the first 128 bits of the hash, in 32 hexadecimal digits
 * @param bits the first 64 of the id
 * @param prompt 64 uniformly distributed bits that depend on the prompt and on nothing else
 */
public record ContentHash(String id, long bits, long prompt) {

    /** How many characters an id has. */
    public static final int ID_LENGTH = 32;

    private static final int ID_BYTES = ID_LENGTH / 2;
    private static final MessageDigest EMPTY = sha256();

    public static ContentHash of(List<Message> prompt, List<Message> chosen, List<Message> rejected) {
        return ofTurns(Turn.of(prompt), Turn.of(chosen), Turn.of(rejected));
    }

    public static ContentHash ofTurns(List<Turn> prompt, List<Turn> chosen, List<Turn> rejected) {
        var digest = copy(EMPTY);
        digest.update(hashed(prompt));
        long ofPrompt = bits(copy(digest).digest());
        digest.update(hashed(chosen));
        digest.update(hashed(rejected));
        var hash = digest.digest();
        return new ContentHash(HexFormat.of().formatHex(hash, 0, ID_BYTES), bits(hash), ofPrompt);
    }

    private static long bits(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }

    /** What is hashed of a conversation, all at once: many small pieces would take longer than the hash itself. */
    private static byte[] hashed(List<Turn> conversation) {
        int length = Integer.BYTES;
        for (var turn : conversation) {
            length += 2 * Integer.BYTES
                    + turn.role().utf8().length()
                    + turn.content().length();
        }
        var bytes = ByteBuffer.allocate(length).putInt(conversation.size());
        for (var turn : conversation) {
            put(turn.role().utf8(), bytes);
            put(turn.content(), bytes);
        }
        return bytes.array();
    }

    private static void put(Text text, ByteBuffer bytes) {
        bytes.putInt(text.length()).put(text.array(), text.begin(), text.length());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be copied", e);
        }
    }
}
