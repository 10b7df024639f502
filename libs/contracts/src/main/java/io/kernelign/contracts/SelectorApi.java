package io.kernelign.contracts;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What selector-service answers to the other services. */
@HttpExchange("/internal/v1/recommendations")
public interface SelectorApi {

    /**
     * Starts measuring; answers at once with state {@code running}, or {@code succeeded} when the same pairs were measured in the
     * same way before.
     */
    @PostExchange
    RecommendationView recommend(
            @RequestHeader(Tenancy.HEADER) String tenant, @RequestBody RecommendationRequest request);

    @GetExchange("/{id}")
    RecommendationView recommendation(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id);

    /** A map of the measured pairs, of some where there are many. A recommendation without embeddings is a conflict. */
    @GetExchange("/{id}/map")
    EmbeddingMap map(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id);

    /** Stops measuring; harmless when it has ended. */
    @PostExchange("/{id}/cancel")
    RecommendationView cancel(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id);
}
