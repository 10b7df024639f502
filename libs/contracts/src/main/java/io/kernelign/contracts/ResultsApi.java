package io.kernelign.contracts;

import java.util.List;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What metrics-service answers about several runs at once. */
@HttpExchange("/internal/v1")
public interface ResultsApi {

    /**
     * Runs side by side.
     *
     * @param runs 2 to 20 ids; differences are to the first
     * @param metrics 1 to 20 of the form {@code split:name}, for example {@code held_out:loss}
     * @param maxPoints about how many steps each metric's curves are shown at; 2 to 10,000
     */
    @GetExchange("/comparison")
    Comparison compare(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @RequestParam List<String> runs,
            @RequestParam List<String> metrics,
            @RequestParam(defaultValue = "200") int maxPoints);

    /**
     * The best runs by one metric; what is {@code null} of the filters does not matter.
     *
     * @param goal {@code maximise} or {@code minimise}
     * @param by {@code last}, the value of a curve's last step, or {@code best} of all its steps
     * @param tag {@code key:value}
     */
    @GetExchange("/leaderboard")
    List<LeaderboardEntry> leaderboard(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @RequestParam String metric,
            @RequestParam(defaultValue = "held_out") String split,
            @RequestParam(defaultValue = "maximise") String goal,
            @RequestParam(defaultValue = "last") String by,
            @RequestParam(required = false) String datasetId,
            @RequestParam(required = false) String model,
            @RequestParam(required = false) String kernel,
            @RequestParam(required = false) String divergence,
            @RequestParam(required = false) String tag,
            @RequestParam(defaultValue = "20") int limit);
}
