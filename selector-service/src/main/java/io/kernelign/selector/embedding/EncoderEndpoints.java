package io.kernelign.selector.embedding;

import io.kernelign.service.endpoint.EndpointSettings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Encoders behind endpoints, under {@code kernelign.selector.encoders.NAME}.
 *
 * @param encoders by the name that requests use
 */
@ConfigurationProperties("kernelign.selector")
record EncoderEndpoints(Map<String, EndpointSettings> encoders) {

    private static final List<String> BUILT_IN = List.of("minilm", Policies.NAME);

    EncoderEndpoints {
        encoders = Objects.requireNonNullElse(encoders, Map.of());
        encoders.forEach((name, endpoint) -> endpoint.check("kernelign.selector.encoders.", name, BUILT_IN));
    }
}
