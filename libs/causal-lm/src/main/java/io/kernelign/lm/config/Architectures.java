package io.kernelign.lm.config;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.util.List;
import java.util.Map;

/** Which {@code architectures} entries this decoder runs. */
final class Architectures {

    private static final List<String> SUPPORTED = List.of(LlamaConfig.ARCHITECTURE);

    private Architectures() {}

    static void check(Map<String, Object> json) {
        var accepted = "a list of one of " + String.join(", ", SUPPORTED);
        var found = json.get("architectures");
        if (found == null) {
            throw new InvalidInputException(FieldError.missing("architectures", accepted));
        }
        if (!(found instanceof List<?> names && names.size() == 1 && SUPPORTED.contains(names.get(0)))) {
            throw new InvalidInputException(FieldError.unacceptable("architectures", found, accepted));
        }
    }
}
