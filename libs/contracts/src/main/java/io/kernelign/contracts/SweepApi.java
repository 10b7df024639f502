package io.kernelign.contracts;

import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What trainer-service answers about sweeps. */
@HttpExchange("/internal/v1/sweeps")
public interface SweepApi {

    /**
     * Makes a sweep; the same request sent again makes no other, but answers with it.
     *
     * @param key {@code null} for none
     */
    @PostExchange
    SweepView create(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @RequestHeader(name = Idempotency.HEADER, required = false) String key,
            @RequestBody SweepRequest request);

    /** Makes a sweep that nobody asks for twice. */
    default SweepView create(String tenant, SweepRequest request) {
        return create(tenant, null, request);
    }

    /** Checks and resolves a sweep as {@link #create} does, and stores nothing. */
    @PostExchange("/estimate")
    SweepEstimate estimate(@RequestHeader(Tenancy.HEADER) String tenant, @RequestBody SweepRequest request);

    @GetExchange("/{id}")
    SweepView sweep(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id);

    @GetExchange
    Page<SweepView> sweeps(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "20") int limit);

    /** Cancels the sweep and every job of it that has not ended; harmless when it has ended. */
    @PostExchange("/{id}/cancel")
    SweepView cancel(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id);

    /** The best trial as the spec of a job. */
    @GetExchange("/{id}/best")
    Map<String, Object> best(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id);

    /**
     * @param rows field of a dimension; when absent the kernel, or the first dimension
     * @param columns field of another one; when absent the divergence, or the first that is not the rows
     */
    @GetExchange("/{id}/heatmap")
    HeatmapView heatmap(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @PathVariable String id,
            @RequestParam(required = false) String rows,
            @RequestParam(required = false) String columns);

    @GetExchange("/{id}/parallel-coordinates")
    ParallelCoordinatesView parallelCoordinates(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id);

    /** JSON Schema of a sweep's spec: every field with its default, range and sentence. */
    @GetExchange("/schema")
    Map<String, Object> schema(@RequestHeader(Tenancy.HEADER) String tenant);
}
