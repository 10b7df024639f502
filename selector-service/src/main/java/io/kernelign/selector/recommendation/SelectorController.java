package io.kernelign.selector.recommendation;

import io.kernelign.contracts.RecommendationRequest;
import io.kernelign.contracts.RecommendationView;
import io.kernelign.contracts.SelectorApi;
import io.kernelign.selector.embedding.Encoders;
import io.kernelign.selector.embedding.Policies;
import org.springframework.web.bind.annotation.RestController;

/** selector-service over HTTP. */
@RestController
class SelectorController implements SelectorApi {

    private final Recommendations recommendations;
    private final Encoders encoders;
    private final Policies policies;

    SelectorController(Recommendations recommendations, Encoders encoders, Policies policies) {
        this.recommendations = recommendations;
        this.encoders = encoders;
        this.policies = policies;
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
    public RecommendationView cancel(String tenant, String id) {
        return recommendations.cancel(tenant, id).view();
    }
}
