package io.kernelign.gateway.result;

import io.kernelign.contracts.LeaderboardEntry;
import io.kernelign.contracts.ResultsApi;
import io.kernelign.service.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which runs are the best. */
@RestController
@RequestMapping("/api/v1/leaderboard")
@Tag(name = "Results")
class LeaderboardController {

    private final ResultsApi results;

    LeaderboardController(ResultsApi results) {
        this.results = results;
    }

    @GetMapping
    @Operation(
            summary = "The best runs by one metric.",
            description = "goal is maximise or minimise; by is last, the value at the last step, or best of all steps;"
                    + " tag is key:value. Figures of different data sets are different things: name one.")
    List<LeaderboardEntry> best(
            Caller caller,
            @RequestParam String metric,
            @RequestParam(defaultValue = "held_out") String split,
            @RequestParam(defaultValue = "maximise") String goal,
            @RequestParam(defaultValue = "last") String by,
            @RequestParam(required = false) String datasetId,
            @RequestParam(required = false) String model,
            @RequestParam(required = false) String kernel,
            @RequestParam(required = false) String divergence,
            @RequestParam(required = false) String tag,
            @RequestParam(defaultValue = "20") int limit) {
        return results.leaderboard(
                caller.tenant(), metric, split, goal, by, datasetId, model, kernel, divergence, tag, limit);
    }
}
