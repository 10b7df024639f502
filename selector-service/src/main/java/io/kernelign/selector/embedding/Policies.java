package io.kernelign.selector.embedding;

import io.kernelign.contracts.PolicyEncoderApi;
import io.kernelign.embedding.EmbeddingModel;
import io.kernelign.service.access.CallSigning;
import io.kernelign.service.endpoint.EndpointSettings;
import io.kernelign.service.http.ServiceClients;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The models of the trainer as encoders, by their mean-pooled last hidden states. */
@Component
@EnableConfigurationProperties(PolicySettings.class)
public class Policies {

    /** What requests call an encoder of this kind. */
    public static final String NAME = "policy";

    private final PolicyEncoderApi trainer;
    private final URI endpoint;
    private final PolicySettings settings;
    private final CallSigning signing;
    private final Map<String, EmbeddingModel> byModel = new ConcurrentHashMap<>();

    Policies(
            ServiceClients clients,
            CallSigning signing,
            @Value("${kernelign.services.trainer}") String url,
            PolicySettings settings) {
        trainer = clients.create(PolicyEncoderApi.class, url);
        endpoint = URI.create(url + PolicyEncoderApi.PATH);
        this.settings = settings;
        this.signing = signing;
    }

    /**
     * A model as it is now, {@code NAME@sha256:HEX}. When the trainer refuses the name or does not answer, its client's
     * exception is thrown.
     */
    public String pinned(String model) {
        return trainer.model(model).pinned();
    }

    /** @param pinned a model as it was; another one of the name is refused when it is asked */
    EmbeddingModel encoder(String pinned) {
        return byModel.computeIfAbsent(
                pinned,
                model -> new EmbeddingEndpoint(
                        NAME,
                        new EndpointSettings(endpoint, model, null, settings.timeout(), settings.patience()),
                        signing));
    }
}
