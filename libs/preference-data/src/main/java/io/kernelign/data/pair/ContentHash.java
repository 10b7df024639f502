package io.kernelign.data.pair;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What conversations say, as SHA-256 over it: for each conversation its number of turns, for each turn role and content,
 * every text preceded by its length in bytes, so that no two different contents are written alike.
 *
 * @param id of the pair: the first 128 bits of the hash, in 32 hexadecimal digits
 * @param swappedId of the pair with chosen and rejected swapped
 * @param prompt 64 uniformly distributed bits that depend on the prompt and on nothing else
 */
public record ContentHash(String id, String swappedId, long prompt) {

    private static final int ID_BYTES = 16;

    public static ContentHash of(List<Message> prompt, List<Message> chosen, List<Message> rejected) {
        var begun = sha256();
        begun.update(written(prompt));
        var preferred = written(chosen);
        var other = written(rejected);
        return new ContentHash(
                id(begun, preferred, other),
                id(begun, other, preferred),
                ByteBuffer.wrap(copy(begun).digest()).getLong());
    }

    private static String id(MessageDigest begun, byte[] first, byte[] second) {
        var digest = copy(begun);
        digest.update(first);
        digest.update(second);
        return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    }

    private static byte[] written(List<Message> conversation) {
        var out = new ByteArrayOutputStream();
        write(out, conversation.size());
        for (var message : conversation) {
            write(out, message.role().text());
            write(out, message.content());
        }
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        write(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void write(ByteArrayOutputStream out, int number) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
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
