package io.kernelign.selector.embedding;

import ai.onnxruntime.OrtException;
import io.kernelign.embedding.EmbeddingModel;
import io.kernelign.embedding.EncoderException;
import io.kernelign.embedding.MiniLm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The encoder of this process, which is the default, those behind endpoints that are configured, and the trainer's models. */
@Component
@EnableConfigurationProperties(EncoderEndpoints.class)
public class Encoders implements DisposableBean {

    private final MiniLm own = new MiniLm();
    private final Map<String, EmbeddingModel> byName = new LinkedHashMap<>();
    private final Policies policies;

    Encoders(EncoderEndpoints endpoints, Policies policies) {
        this.policies = policies;
        byName.put(own.name(), own);
        endpoints.encoders().forEach((name, settings) -> byName.put(name, new EmbeddingEndpoint(name, settings)));
    }

    /** The default first. */
    public List<String> names() {
        return Stream.concat(byName.keySet().stream(), Stream.of(Policies.NAME)).toList();
    }

    /**
     * @param model pinned; present exactly when the name is {@link Policies#NAME}
     * @throws EncoderException when there is none of the name any more
     */
    public EmbeddingModel named(String name, Optional<String> model) {
        return model.map(policies::encoder).orElseGet(() -> named(name));
    }

    private EmbeddingModel named(String name) {
        if (!byName.containsKey(name)) {
            throw new EncoderException("The encoder " + name + " is no longer configured.");
        }
        return byName.get(name);
    }

    /** The encoder of this process, whose embeddings jobs read. */
    public EmbeddingModel own() {
        return own;
    }

    @Override
    public void destroy() throws OrtException {
        own.close();
    }
}
