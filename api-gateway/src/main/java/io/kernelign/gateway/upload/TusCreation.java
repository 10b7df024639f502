package io.kernelign.gateway.upload;

import io.kernelign.gateway.dataset.UploadOptions;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.Types;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Reads what a new upload is to be. Options stand in {@code Upload-Metadata} or in the query; beside them the metadata
 * may have {@code filename}, {@code filetype} (which says nothing of a file) and, for an upload that is made of others,
 * {@code join}: bytes or files.
 */
@Component
class TusCreation {

    private static final String LENGTH = "Upload-Length";
    private static final String FILE_NAME = "filename";
    private static final String FILE_TYPE = "filetype";
    private static final String JOIN = "join";

    private final UploadSettings settings;

    TusCreation(UploadSettings settings) {
        this.settings = settings;
    }

    /**
     * @throws InvalidInputException for a header, option or length that cannot be accepted
     * @throws UploadRefusal it is too large
     */
    NewUpload read(HttpServletRequest request) {
        var concat = request.getHeader(Concatenation.HEADER);
        Concatenation.check(concat);
        var metadata = request.getHeader(UploadMetadata.HEADER);
        var options = UploadMetadata.parse(metadata);
        addAll(options, QueryString.parse(request.getQueryString()));
        var fileName = options.remove(FILE_NAME);
        options.remove(FILE_TYPE);
        if (Concatenation.isFinal(concat)) {
            var joinAs = options.containsKey(JOIN) ? joinAs(options.remove(JOIN)) : JoinAs.BYTES;
            UploadOptions.read(options);
            requireNoLength(request);
            return new NewUpload(fileName, options, metadata, concat, joinAs, Concatenation.parts(concat), 0);
        }
        if (concat == null) {
            UploadOptions.read(options);
        } else {
            requireNone(options);
        }
        return new NewUpload(fileName, options, metadata, concat, null, List.of(), length(request));
    }

    private static void addAll(Map<String, String> options, Map<String, String> query) {
        query.forEach((name, value) -> {
            if (options.putIfAbsent(name, value) != null) {
                throw new InvalidInputException(
                        FieldError.unacceptable(name, value, "one value: " + UploadMetadata.HEADER + " has it too"));
            }
        });
    }

    private static JoinAs joinAs(String text) {
        try {
            return Types.constant(JoinAs.class).read(text);
        } catch (InvalidInputException e) {
            throw e.under(JOIN);
        }
    }

    /** What a part says is not passed on: it would have no effect. */
    private static void requireNone(Map<String, String> options) {
        var errors = new ArrayList<FieldError>();
        options.forEach((name, value) -> errors.add(
                FieldError.unknown(name, value, "filename and filetype: options belong to the final upload")));
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
    }

    private static void requireNoLength(HttpServletRequest request) {
        var length = request.getHeader(LENGTH);
        if (length != null) {
            throw new InvalidInputException(
                    FieldError.unacceptable(LENGTH, length, "no value for an upload that is made of others"));
        }
    }

    private long length(HttpServletRequest request) {
        var text = request.getHeader(LENGTH);
        var accepted = "the number of bytes of the whole file, from 0 to " + settings.maxBytes();
        if (text == null) {
            throw new InvalidInputException(FieldError.missing(LENGTH, accepted));
        }
        long length = Numbers.bytes(LENGTH, text, accepted);
        if (length > settings.maxBytes()) {
            throw TooLarge.upload(settings.maxBytes());
        }
        return length;
    }
}
