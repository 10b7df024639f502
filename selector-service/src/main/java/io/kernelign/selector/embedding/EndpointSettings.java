package io.kernelign.selector.embedding;

import io.kernelign.service.start.RefusedStartException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Encoders behind endpoints, under {@code kernelign.selector.encoders.NAME}.
 *
 * @param encoders by the name that requests use
 */
@ConfigurationProperties("kernelign.selector")
record EndpointSettings(Map<String, Endpoint> encoders) {

    private static final List<String> BUILT_IN = List.of("minilm", Policies.NAME);
    private static final String NAME = "[a-z0-9][a-z0-9._-]{0,62}";

    EndpointSettings {
        encoders = Objects.requireNonNullElse(encoders, Map.of());
        encoders.forEach((name, endpoint) -> endpoint.check("kernelign.selector.encoders." + name, name));
    }

    /**
     * An endpoint that speaks OpenAI's {@code /v1/embeddings}.
     *
     * @param url up to and including {@code /v1}
     * @param model as the endpoint names it
     * @param apiKey sent as a bearer token; none by default
     * @param timeout for one answer
     * @param patience for how long an endpoint that is away or overloaded is asked again
     */
    record Endpoint(
            URI url,
            String model,
            String apiKey,
            @DefaultValue("60s") Duration timeout,
            @DefaultValue("5m") Duration patience) {

        private void check(String property, String name) {
            require(name.matches(NAME), property, name, "a name of small letters, digits, points and dashes");
            require(
                    !BUILT_IN.contains(name),
                    property,
                    name,
                    "another name than those that stand for something else, " + BUILT_IN);
            require(
                    url != null && url.getHost() != null && url.toString().matches("https?://.*"),
                    property + ".url",
                    url,
                    "the http or https address of an endpoint, up to and including /v1");
            require(model != null && !model.isBlank(), property + ".model", model, "the name of a model");
        }

        private static void require(boolean holds, String property, Object value, String accepted) {
            if (!holds) {
                throw new RefusedStartException(property + " is " + value + "; accepted is " + accepted + ".");
            }
        }
    }
}
