package io.kernelign.trainer.judge;

import io.kernelign.service.endpoint.EndpointSettings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Judges behind endpoints, under {@code kernelign.trainer.judges.NAME}.
 *
 * @param judges by the name that requests use
 */
@ConfigurationProperties("kernelign.trainer")
record JudgeEndpoints(Map<String, EndpointSettings> judges) {

    JudgeEndpoints {
        judges = Objects.requireNonNullElse(judges, Map.of());
        judges.forEach((name, endpoint) -> endpoint.check("kernelign.trainer.judges.", name, List.of(Judges.RULES)));
    }
}
