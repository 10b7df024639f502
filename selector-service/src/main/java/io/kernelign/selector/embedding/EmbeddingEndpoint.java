package io.kernelign.selector.embedding;

import io.kernelign.embedding.EmbeddingModel;
import io.kernelign.embedding.EncoderException;
import io.kernelign.service.access.CallSigning;
import io.kernelign.service.endpoint.Endpoint;
import io.kernelign.service.endpoint.EndpointException;
import io.kernelign.service.endpoint.EndpointSettings;
import java.util.List;
import java.util.Map;

/** An encoder behind an OpenAI-compatible {@code /v1/embeddings}. */
final class EmbeddingEndpoint implements EmbeddingModel {

    /** Endpoints refuse a text without a visible character. */
    private static final String NOTHING = ".";

    private final String name;
    private final EndpointSettings settings;
    private final Endpoint endpoint;
    private final Answers answers;

    EmbeddingEndpoint(String name, EndpointSettings settings) {
        this(name, settings, CallSigning.none());
    }

    /** @param signing for an endpoint of one of our own services */
    EmbeddingEndpoint(String name, EndpointSettings settings, CallSigning signing) {
        this.name = name;
        this.settings = settings;
        this.endpoint = new Endpoint("The encoder " + name, settings, signing);
        this.answers = new Answers(name);
    }

    /** With the model, so that the vectors of another one are not taken for its own. */
    @Override
    public String name() {
        return name + "-" + Integer.toHexString(settings.model().hashCode());
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        var input = texts.stream().map(text -> text.isBlank() ? NOTHING : text).toList();
        var body = Map.of("model", settings.model(), "input", input, "encoding_format", "float");
        try {
            return answers.vectors(endpoint.post("/embeddings", body, settings.patience()), texts.size());
        } catch (EndpointException e) {
            throw new EncoderException(e.getMessage(), e);
        }
    }
}
