package io.kernelign.contracts;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The embeddings of whole data sets, which selector-service computes for the trainer. */
@HttpExchange("/internal/v1/embeddings")
public interface EmbeddingsApi {

    /**
     * Answers at once where the embeddings of every pair stand, and begins to compute them when nobody does. Asking again
     * is how to wait, also for a selector that was started anew.
     */
    @PostExchange
    EmbeddingsView embeddings(@RequestHeader(Tenancy.HEADER) String tenant, @RequestBody DatasetRef dataset);
}
