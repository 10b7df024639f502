package io.kernelign.trainer.web;

import io.kernelign.contracts.PolicyEncoderApi;
import io.kernelign.contracts.PolicyModel;
import io.kernelign.contracts.TextEmbeddings;
import io.kernelign.trainer.encoding.PolicyEncoder;
import java.util.Map;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PolicyEncoderController implements PolicyEncoderApi {

    private final PolicyEncoder encoder;

    PolicyEncoderController(PolicyEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public TextEmbeddings embeddings(Map<String, Object> request) {
        try {
            return encoder.embeddings(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the service stopped before the texts were embedded", e);
        }
    }

    @Override
    public PolicyModel model(String name) {
        return new PolicyModel(encoder.pinned(name));
    }
}
