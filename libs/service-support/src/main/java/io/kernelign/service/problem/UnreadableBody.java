package io.kernelign.service.problem;

import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;

/** Says what is wrong with a request body that could not be read. */
final class UnreadableBody {

    private UnreadableBody() {}

    static String sentence(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof JacksonException json) {
            var at = json.getLocation();
            return "The request body is not the JSON that is accepted here: %s (line %d, column %d)."
                    .formatted(json.getOriginalMessage(), at.getLineNr(), at.getColumnNr());
        }
        return "The request body is missing or cannot be read.";
    }
}
