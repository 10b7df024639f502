package io.kernelign.fetch;

/**
 * A file of the web, looked at but not fetched.
 *
 * @param bytes its size; -1 where the server does not tell
 * @param version what stays the same as long as the file does: a strong {@code ETag}, else {@code Last-Modified};
 *     {@code null} where the server sends neither, and then a transfer that breaks off begins anew
 */
public record WebOffer(long bytes, String version) {

    static WebOffer of(HttpAnswer answer) {
        return new WebOffer(answer.length().orElse(-1), version(answer));
    }

    static String version(HttpAnswer answer) {
        return answer.header("ETag")
                .filter(tag -> tag.startsWith("\""))
                .or(() -> answer.header("Last-Modified"))
                .orElse(null);
    }
}
