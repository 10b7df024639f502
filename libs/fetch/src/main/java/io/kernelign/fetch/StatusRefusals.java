package io.kernelign.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Answers without content: one sentence each. */
final class StatusRefusals {

    private static final int TOO_MANY_REQUESTS = 429;

    private StatusRefusals() {}

    /** What a status means for who wants something: {@code ": it is not there"}, or nothing. */
    interface Reason {
        String of(HttpAnswer answer);
    }

    /**
     * Lets an answer with content pass.
     *
     * @param wanted as a sentence names it
     * @throws TryAgainException when it may be answered later
     * @throws FetchException when it will not be
     */
    static void requireContent(HttpAnswer answer, String wanted, Reason reason) throws TryAgainException {
        int status = answer.status();
        if (status == 200 || status == 206) {
            return;
        }
        var says = answer.uri().getHost() + " answers " + status + " for " + wanted;
        if (status == TOO_MANY_REQUESTS || status >= 500) {
            throw new TryAgainException(says, answer.header("Retry-After").flatMap(StatusRefusals::wait));
        }
        throw new FetchException(says + reason.of(answer));
    }

    /** Seconds, or a date. */
    private static Optional<Duration> wait(String retryAfter) {
        var text = retryAfter.strip();
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            var until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            var wait = Duration.between(Instant.now(), until);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
