package io.kernelign.gateway.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Header {@code Upload-Metadata} of tus: {@code key base64,key base64,key}. */
final class UploadMetadata {

    static final String HEADER = "Upload-Metadata";

    private UploadMetadata() {}

    /**
     * @param header {@code null} without one
     * @throws InvalidInputException when it is not of that form
     */
    static Map<String, String> parse(String header) {
        var values = new LinkedHashMap<String, String>();
        if (header == null || header.isBlank()) {
            return values;
        }
        for (var pair : header.split(",", -1)) {
            var parts = pair.strip().split(" ", 2);
            if (parts[0].isEmpty() || values.put(parts[0], parts.length < 2 ? "" : decode(parts[1].strip())) != null) {
                throw malformed(header);
            }
        }
        return values;
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed(base64);
        }
    }

    private static InvalidInputException malformed(String found) {
        return new InvalidInputException(FieldError.unacceptable(
                HEADER, found, "pairs of a name and a Base64 text, parted by commas, each name once"));
    }
}
