package io.kernelign.service.endpoint;

import io.kernelign.service.access.CallSigning;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** An OpenAI-compatible endpoint; one that is away or overloaded is asked again for a while. */
public final class Endpoint {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(16);

    private static final Set<Integer> PASSING = Set.of(
            HttpStatus.REQUEST_TIMEOUT.value(), HttpStatus.CONFLICT.value(), HttpStatus.TOO_MANY_REQUESTS.value());

    private final String called;
    private final RestClient client;

    /** @param called what sentences call it: {@code The encoder jina} */
    public Endpoint(String called, EndpointSettings settings) {
        this(called, settings, CallSigning.none());
    }

    /** @param signing for an endpoint of one of our own services */
    public Endpoint(String called, EndpointSettings settings, CallSigning signing) {
        this.called = called;
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(settings.timeout());
        var builder = RestClient.builder()
                .requestFactory(requests)
                .requestInterceptor(signing)
                .baseUrl(settings.url());
        if (settings.apiKey() != null) {
            builder.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + settings.apiKey());
        }
        this.client = builder.build();
    }

    /**
     * What it answers; empty when that has no content.
     *
     * @param path below the endpoint's address, beginning with a slash
     * @param patience for how long it is asked again
     * @throws EndpointException when it refuses, or stays away
     */
    public String post(String path, Map<String, Object> body, Duration patience) {
        var deadline = Instant.now().plus(patience);
        for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                return ask(path, body);
            } catch (RestClientException e) {
                var wait = max(askedToWait(e), pause);
                if (!passing(e) || Instant.now().plus(wait).isAfter(deadline)) {
                    throw new EndpointException(sentence(e, patience), passing(e), e);
                }
                sleep(wait);
            }
        }
    }

    private String ask(String path, Map<String, Object> body) {
        var answer = client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(String.class);
        return Objects.requireNonNullElse(answer, "");
    }

    private static boolean passing(RestClientException e) {
        return e instanceof ResourceAccessException
                || e instanceof RestClientResponseException answer && passing(answer.getStatusCode());
    }

    /** As OpenAI's own clients see it. */
    private static boolean passing(HttpStatusCode status) {
        return PASSING.contains(status.value()) || status.is5xxServerError();
    }

    /** Seconds in {@code Retry-After}, as endpoints send them. */
    private static Duration askedToWait(RestClientException e) {
        return Optional.of(e)
                .filter(RestClientResponseException.class::isInstance)
                .map(answer -> ((RestClientResponseException) answer).getResponseHeaders())
                .map(headers -> headers.getFirst(HttpHeaders.RETRY_AFTER))
                .filter(seconds -> seconds.matches("\\d{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? b : a;
    }

    private static Duration longer(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
    }

    private String sentence(RestClientException e, Duration patience) {
        var what = e instanceof RestClientResponseException answer
                ? "answered " + answer.getStatusCode().value() + Excerpts.refusal(answer.getResponseBodyAsString())
                : "does not answer (" + e.getMostSpecificCause().getMessage() + ")";
        var howLong = passing(e) && !patience.isZero() ? " for " + patience.toSeconds() + " seconds" : "";
        return called + " " + what + howLong + ".";
    }

    private void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EndpointException(called + " was waited for until that was interrupted.", false, e);
        }
    }
}
