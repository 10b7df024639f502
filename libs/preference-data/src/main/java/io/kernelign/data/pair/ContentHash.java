package io.kernelign.data.pair;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over what conversations say: for each conversation its number of turns, for each turn role and content, every
 * text preceded by its length in bytes, so that no two different contents are written alike.
 */
public final class ContentHash {

    static final int ID_DIGITS = 32;

    private ContentHash() {}

    /** The id of a pair: the first 128 bits of the hash, in 32 hexadecimal digits. */
    public static String id(List<Message> prompt, List<Message> chosen, List<Message> rejected) {
        return HexFormat.of().formatHex(hash(List.of(prompt, chosen, rejected)), 0, ID_DIGITS / 2);
    }

    /** 64 uniformly distributed bits that depend on a prompt and on nothing else. */
    public static long promptBits(List<Message> prompt) {
        return ByteBuffer.wrap(hash(List.of(prompt))).getLong();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] hash(List<List<Message>> conversations) {
        var digest = sha256();
        try (var out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            for (var conversation : conversations) {
                out.writeInt(conversation.size());
                for (var message : conversation) {
                    write(out, message.role().text());
                    write(out, message.content());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.digest();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
