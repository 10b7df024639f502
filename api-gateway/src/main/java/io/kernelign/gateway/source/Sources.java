package io.kernelign.gateway.source;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds out what a text names that is meant to be the source of a data set. */
@Component
public class Sources {

    /** The field of a request that names a source. */
    public static final String FIELD = "source";

    private final List<SourceKind> kinds;
    private final SourceSettings settings;

    Sources(List<SourceKind> kinds, SourceSettings settings) {
        this.kinds = kinds;
        this.settings = settings;
    }

    /** How long a fetch may take at most. */
    public Duration timeout() {
        return settings.timeout();
    }

    /**
     * @param source as a caller wrote it
     * @throws InvalidInputException when it names none, or one of a kind that is switched off
     */
    public DatasetSource open(Object source) {
        if (source == null) {
            throw new InvalidInputException(FieldError.missing(FIELD, accepted()));
        }
        var kind = kinds.stream()
                .filter(candidate -> source instanceof String text && text.startsWith(candidate.prefix()))
                .findAny()
                .orElseThrow(() -> new InvalidInputException(FieldError.unacceptable(FIELD, source, accepted())));
        if (!kind.isOn()) {
            throw new InvalidInputException(FieldError.unacceptable(
                    FIELD,
                    source,
                    "no source that begins with " + kind.prefix() + " here, where " + kind.property() + " is false"));
        }
        try {
            return kind.parse((String) source);
        } catch (InvalidInputException e) {
            throw e.under(FIELD);
        }
    }

    private String accepted() {
        return kinds.stream().map(SourceKind::accepted).collect(Collectors.joining(", or "));
    }
}
