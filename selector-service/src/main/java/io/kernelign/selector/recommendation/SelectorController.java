package io.kernelign.selector.recommendation;

import io.kernelign.contracts.EmbeddingMap;
import io.kernelign.contracts.RecommendationRequest;
import io.kernelign.contracts.RecommendationView;
import io.kernelign.contracts.SelectorApi;
import io.kernelign.selector.embedding.EmbeddingMaps;
import io.kernelign.selector.embedding.Encoders;
import io.kernelign.selector.embedding.Policies;
import io.kernelign.service.problem.ConflictException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.web.bind.annotation.RestController;

/** selector-service over HTTP. */
@RestController
class SelectorController implements SelectorApi {

    private final Recommendations recommendations;
    private final Encoders encoders;
    private final Policies policies;
    private final EmbeddingMaps maps;

    SelectorController(Recommendations recommendations, Encoders encoders, Policies policies, EmbeddingMaps maps) {
        this.recommendations = recommendations;
        this.encoders = encoders;
        this.policies = policies;
        this.maps = maps;
    }

    @Override
    public RecommendationView recommend(String tenant, RecommendationRequest request) {
        var options = SelectionOptions.read(request.options(), encoders.names());
        return recommendations
                .start(tenant, request.dataset(), options.pinned(policies))
                .view();
    }

    @Override
    public RecommendationView recommendation(String tenant, String id) {
        return recommendations.find(tenant, id).view();
    }

    @Override
    public EmbeddingMap map(String tenant, String id) {
        var recommendation = recommendations.find(tenant, id).view();
        return Optional.ofNullable(recommendation.embeddingsKey())
                .flatMap(key -> find(key, recommendation.encoder()))
                .orElseThrow(
                        () -> new ConflictException("The recommendation " + id + " has no embeddings to lay out."));
    }

    private Optional<EmbeddingMap> find(String key, String encoder) {
        try {
            return maps.of(key, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RecommendationView cancel(String tenant, String id) {
        return recommendations.cancel(tenant, id).view();
    }
}
