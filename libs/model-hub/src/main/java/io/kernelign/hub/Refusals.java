package io.kernelign.hub;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What each status of the hub means for who wants a model: one sentence. */
final class Refusals {

    private static final int TOO_MANY_REQUESTS = 429;

    private Refusals() {}

    /**
     * Lets an answer with content pass.
     *
     * @param wanted file of the model; empty for the model as such
     * @throws TryAgainException when it may be answered later
     * @throws HubException when it will not be
     */
    static void requireContent(HubAnswer answer, HubModel model, Optional<String> wanted, HubSettings settings)
            throws TryAgainException {
        int status = answer.status();
        if (status == 200 || status == 206) {
            return;
        }
        var says = answer.uri().getHost() + " answers " + status;
        if (status == TOO_MANY_REQUESTS || status >= 500) {
            var asked = answer.header("Retry-After").flatMap(Refusals::wait);
            throw new TryAgainException(says + what(model, wanted), asked);
        }
        throw new HubException(says + what(model, wanted) + reason(answer, model, wanted, settings));
    }

    private static String what(HubModel model, Optional<String> wanted) {
        return " for " + wanted.map(file -> file + " of ").orElse("") + model;
    }

    private static String reason(HubAnswer answer, HubModel model, Optional<String> wanted, HubSettings settings) {
        var code = answer.hubHeader("X-Error-Code").orElse("");
        return switch (answer.status()) {
            case 401, 403 ->
                code.equals("GatedRepo")
                        ? ": its owner asks you to accept terms at " + settings.resource("/" + model.repository())
                        : settings.token().isPresent()
                                ? ": it is not there, or the token in HF_TOKEN may not read it"
                                : ": it is not there, or it needs a token, and HF_TOKEN is not set";
            case 404 ->
                code.equals("RevisionNotFound")
                        ? ": it has no revision " + model.revision()
                        : wanted.isPresent() ? ": it has no such file" : ": there is no such model";
            default -> "";
        };
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
