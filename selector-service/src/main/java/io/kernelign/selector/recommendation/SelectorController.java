package io.kernelign.selector.recommendation;

import io.kernelign.contracts.RecommendationRequest;
import io.kernelign.contracts.RecommendationView;
import io.kernelign.contracts.SelectorApi;
import org.springframework.web.bind.annotation.RestController;

/** selector-service over HTTP. */
@RestController
class SelectorController implements SelectorApi {

    private final Recommendations recommendations;

    SelectorController(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    @Override
    public RecommendationView recommend(String tenant, RecommendationRequest request) {
        return recommendations.start(tenant, request).view();
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
