package io.kernelign.contracts;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** What metrics-service answers to the other services. A run's id is its job's id. */
@HttpExchange("/internal/v1/runs")
public interface MetricsApi {

    @PutExchange("/{run}")
    void open(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String run, @RequestBody RunOpening opening);

    @PostExchange("/{run}/points")
    PointReceipt append(
            @RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String run, @RequestBody PointBatch batch);

    @PutExchange("/{run}/outcome")
    void close(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String run, @RequestBody RunOutcome outcome);

    @GetExchange("/{run}")
    RunView run(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String run);

    /** One curve with at most {@code maxPoints} points (largest triangle three buckets). */
    @GetExchange("/{run}/series")
    Series series(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @PathVariable String run,
            @RequestParam String split,
            @RequestParam String name,
            @RequestParam(defaultValue = "500") int maxPoints);

    /**
     * Several curves in the order asked for, each with at most {@code maxPoints} points; one that there is not has none.
     *
     * @param metrics 1 to 100 of the form {@code split:name}, for example {@code held_out:loss}
     */
    @GetExchange("/{run}/curves")
    List<Series> curves(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @PathVariable String run,
            @RequestParam List<String> metrics,
            @RequestParam(defaultValue = "500") int maxPoints);

    /**
     * Runs, newest first; what is {@code null} of the filters does not matter.
     *
     * @param kernel by its name, like {@code divergence}
     * @param tag {@code key:value}
     */
    @GetExchange
    Page<RunView> runs(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @RequestParam(required = false) String datasetId,
            @RequestParam(required = false) String model,
            @RequestParam(required = false) String kernel,
            @RequestParam(required = false) String divergence,
            @RequestParam(required = false) String tag,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "20") int limit);
}
