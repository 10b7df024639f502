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
 * @param swappedBits the first 64 of the id of the pair with chosen and rejected swapped
 * @param prompt 64 uniformly distributed bits that depend on the prompt and on nothing else
 */
public record ContentHash(String id, long bits, long swappedBits, long prompt) {

    /** How many characters an id has. */
    public static final int ID_LENGTH = 32;

    private static final int ID_BYTES = ID_LENGTH / 2;
    private static final MessageDigest EMPTY = sha256();

    public static ContentHash of(List<Message> prompt, List<Message> chosen, List<Message> rejected) {
        return ofTurns(Turn.of(prompt), Turn.of(chosen), Turn.of(rejected));
    }

    public static ContentHash ofTurns(List<Turn> prompt, List<Turn> chosen, List<Turn> rejected) {
        var begun = copy(EMPTY);
        update(begun, prompt);
        var hash = hash(begun, chosen, rejected);
        return new ContentHash(
                HexFormat.of().formatHex(hash, 0, ID_BYTES),
                bits(hash),
                bits(hash(begun, rejected, chosen)),
                bits(begun.digest()));
    }

    private static long bits(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }

    private static byte[] hash(MessageDigest begun, List<Turn> first, List<Turn> second) {
        var digest = copy(begun);
        update(digest, first);
        update(digest, second);
        return digest.digest();
    }

    private static void update(MessageDigest digest, List<Turn> conversation) {
        update(digest, conversation.size());
        for (var turn : conversation) {
            update(digest, turn.role().utf8());
            update(digest, turn.content());
        }
    }

    private static void update(MessageDigest digest, Text text) {
        update(digest, text.length());
        digest.update(text.array(), text.begin(), text.length());
    }

    private static void update(MessageDigest digest, int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, number));
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
