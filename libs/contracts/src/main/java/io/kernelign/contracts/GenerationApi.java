package io.kernelign.contracts;

import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Answers of the models that trainer-service has trained. Takes as long as the model writes. */
@HttpExchange("/internal/v1")
public interface GenerationApi {

    /**
     * Answers by what a job has trained: its final adapter or model, else its newest checkpoint. A job that has nothing of
     * the kind is a conflict.
     *
     * @param request as the user wrote it, unchecked; {@link #generationSchema} says what it may hold
     */
    @PostExchange("/jobs/{id}/generate")
    GenerationView generate(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @PathVariable String id,
            @RequestBody Map<String, Object> request);

    /** JSON Schema of such a request: every field with its default, range and sentence. */
    @GetExchange("/schemas/generation")
    Map<String, Object> generationSchema(@RequestHeader(Tenancy.HEADER) String tenant);
}
