package io.kernelign.trainer.web;

import io.kernelign.contracts.GenerationApi;
import io.kernelign.contracts.GenerationView;
import io.kernelign.trainer.generation.Trials;
import java.util.Map;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GenerationController implements GenerationApi {

    private final Trials trials;

    GenerationController(Trials trials) {
        this.trials = trials;
    }

    @Override
    public GenerationView generate(String tenant, String id, Map<String, Object> request) {
        try {
            return trials.run(tenant, id, request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the service stopped before the answer was written", e);
        }
    }

    @Override
    public Map<String, Object> generationSchema(String tenant) {
        return trials.jsonSchema();
    }
}
