package io.kernelign.selector.embedding;

import io.kernelign.embedding.EmbeddingModel;
import io.kernelign.embedding.EncoderException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

/** An encoder behind an OpenAI-compatible {@code /v1/embeddings}; one that is away or overloaded is asked again for a while. */
final class EmbeddingEndpoint implements EmbeddingModel {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(16);

    private static final Set<Integer> PASSING = Set.of(
            HttpStatus.REQUEST_TIMEOUT.value(), HttpStatus.CONFLICT.value(), HttpStatus.TOO_MANY_REQUESTS.value());

    /** Endpoints refuse a text without a visible character. */
    private static final String NOTHING = ".";

    private final String name;
    private final EndpointSettings.Endpoint settings;
    private final RestClient client;
    private final Answers answers;

    EmbeddingEndpoint(String name, EndpointSettings.Endpoint settings) {
        this.name = name;
        this.settings = settings;
        this.answers = new Answers(name);
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(settings.timeout());
        var builder = RestClient.builder().requestFactory(requests).baseUrl(settings.url());
        if (settings.apiKey() != null) {
            builder.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + settings.apiKey());
        }
        this.client = builder.build();
    }

    /** With the model, so that the vectors of another one are not taken for its own. */
    @Override
    public String name() {
        return name + "-" + Integer.toHexString(settings.model().hashCode());
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        var input = texts.stream().map(text -> text.isBlank() ? NOTHING : text).toList();
        var deadline = Instant.now().plus(settings.patience());
        for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                return answers.vectors(ask(input), texts.size());
            } catch (RestClientException e) {
                var wait = max(askedToWait(e), pause);
                if (!passing(e) || Instant.now().plus(wait).isAfter(deadline)) {
                    throw new EncoderException(sentence(e), e);
                }
                sleep(wait);
            }
        }
    }

    private String ask(List<String> input) {
        var answer = client.post()
                .uri("/embeddings")
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .body(Map.of("model", settings.model(), "input", input, "encoding_format", "float"))
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

    private String sentence(RestClientException e) {
        var what = e instanceof RestClientResponseException answer
                ? "answered " + answer.getStatusCode().value() + Answers.refusal(answer.getResponseBodyAsString())
                : "does not answer (" + e.getMostSpecificCause().getMessage() + ")";
        var howLong = passing(e) ? " for " + settings.patience().toSeconds() + " seconds" : "";
        return "The encoder " + name + " " + what + howLong + ".";
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EncoderException("The wait for the encoder was interrupted.", e);
        }
    }
}
