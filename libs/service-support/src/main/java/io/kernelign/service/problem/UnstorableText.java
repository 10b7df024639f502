package io.kernelign.service.problem;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Somebody sent the character zero, of which PostgreSQL keeps none. */
final class UnstorableText {

    /** character_not_in_repertoire in texts, untranslatable_character in JSON. */
    private static final Set<String> STATES = Set.of("22021", "22P05");

    private UnstorableText() {}

    /** Whether this is why something failed. */
    static boolean is(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause ->
                        cause instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState())));
    }

    static ProblemDetail problem() {
        return Problems.of(HttpStatus.BAD_REQUEST, "A text holds the character zero; accepted is text without it.");
    }
}
