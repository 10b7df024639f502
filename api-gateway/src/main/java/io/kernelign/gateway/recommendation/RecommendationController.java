package io.kernelign.gateway.recommendation;

import io.kernelign.contracts.EmbeddingMap;
import io.kernelign.contracts.RecommendationRequest;
import io.kernelign.contracts.RecommendationView;
import io.kernelign.contracts.SelectorApi;
import io.kernelign.gateway.dataset.DatasetLibrary;
import io.kernelign.service.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Asks selector-service which kernel and divergence fit a data set. */
@RestController
@RequestMapping("/api/v1/recommendations")
@Tag(name = "Recommendations")
class RecommendationController {

    private static final String DATASET = "datasetId";

    private final DatasetLibrary datasets;
    private final SelectorApi selector;

    RecommendationController(DatasetLibrary datasets, SelectorApi selector) {
        this.datasets = datasets;
        this.selector = selector;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Starts measuring a data set.",
            description =
                    "{datasetId, and the selector's options}; answers at once, with state running, or succeeded when the"
                            + " same pairs were measured in the same way before.")
    ResponseEntity<RecommendationView> create(Caller caller, @RequestBody Map<String, Object> request) {
        var dataset = datasets.named(caller.tenant(), DATASET, request.get(DATASET));
        var options = new LinkedHashMap<>(request);
        options.remove(DATASET);
        var started = selector.recommend(caller.tenant(), new RecommendationRequest(dataset.ref(), options));
        return ResponseEntity.created(URI.create("/api/v1/recommendations/" + started.id()))
                .body(started);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A recommendation: the metrics, the rules that were tried and the objective.")
    RecommendationView get(Caller caller, @PathVariable String id) {
        return selector.recommendation(caller.tenant(), id);
    }

    @GetMapping("/{id}/map")
    @Operation(
            summary = "Where prompts and responses lie in the plane in which their embeddings vary most.",
            description = "Of the first 150 pairs that were measured; 409 until they are.")
    EmbeddingMap map(Caller caller, @PathVariable String id) {
        return selector.map(caller.tenant(), id);
    }

    @PostMapping("/{id}/cancel")
    @Operation(summary = "Stops measuring; harmless when it has ended.")
    RecommendationView cancel(Caller caller, @PathVariable String id) {
        return selector.cancel(caller.tenant(), id);
    }
}
