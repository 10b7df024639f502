package io.kernelign.gateway.upload;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** Header {@code Upload-Concat} of tus: {@code partial}, or {@code final;URL URL}. */
final class Concatenation {

    static final String HEADER = "Upload-Concat";
    static final String PARTIAL = "partial";

    private static final String FINAL = "final;";
    private static final int MOST_PARTS = 1_000;

    private Concatenation() {}

    static boolean isFinal(String header) {
        return header != null && header.startsWith(FINAL);
    }

    /** @throws InvalidInputException when it is neither of the two */
    static void check(String header) {
        if (header != null && !PARTIAL.equals(header) && !isFinal(header)) {
            throw unacceptable(header);
        }
    }

    /**
     * The ids of the uploads that a final one is made of, in order.
     *
     * @throws InvalidInputException when there are none, too many, or one twice
     */
    static List<String> parts(String header) {
        var ids = Arrays.stream(header.substring(FINAL.length()).strip().split(" +"))
                .map(url -> url.substring(url.lastIndexOf('/') + 1))
                .toList();
        if (ids.contains("") || ids.size() > MOST_PARTS || new HashSet<>(ids).size() < ids.size()) {
            throw unacceptable(header);
        }
        return ids;
    }

    private static InvalidInputException unacceptable(String header) {
        return new InvalidInputException(FieldError.unacceptable(
                HEADER,
                header,
                "partial, or final; and the URLs of 1 to " + MOST_PARTS + " partial uploads, each once"));
    }
}
