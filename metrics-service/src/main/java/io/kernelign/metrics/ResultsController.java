package io.kernelign.metrics;

import io.kernelign.contracts.Comparison;
import io.kernelign.contracts.LeaderboardEntry;
import io.kernelign.contracts.ResultsApi;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/** What several runs are beside each other, over HTTP. */
@RestController
class ResultsController implements ResultsApi {

    private final Comparisons comparisons;
    private final Leaderboard leaderboard;

    ResultsController(Comparisons comparisons, Leaderboard leaderboard) {
        this.comparisons = comparisons;
        this.leaderboard = leaderboard;
    }

    @Override
    public Comparison compare(String tenant, List<String> runs, List<String> metrics, int maxPoints) {
        var names = Acceptable.comparison(runs, metrics, maxPoints);
        return comparisons.of(runs.stream().map(run -> new RunKey(tenant, run)).toList(), names, maxPoints);
    }

    @Override
    public List<LeaderboardEntry> leaderboard(
            String tenant,
            String metric,
            String split,
            String goal,
            String by,
            String datasetId,
            String model,
            String kernel,
            String divergence,
            String tag,
            int limit) {
        return leaderboard.best(
                tenant,
                Acceptable.metric(split, "metric", metric),
                Acceptable.constant("goal", Goal.class, goal),
                Acceptable.constant("by", RankedBy.class, by),
                RunFilter.of(datasetId, model, kernel, divergence, tag),
                Acceptable.limit(limit));
    }
}
