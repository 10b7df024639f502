package io.kernelign.gateway.behind;

import io.kernelign.contracts.JobView;
import io.kernelign.contracts.Page;
import io.kernelign.contracts.Tenancy;
import io.kernelign.contracts.TrainerApi;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is read most of the {@link TrainerApi}, as it is told. */
@HttpExchange("/internal/v1/jobs")
public interface TrainerReads {

    @GetExchange("/{id}")
    Told<JobView> job(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id);

    @GetExchange
    Told<Page<JobView>> jobs(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String datasetId,
            @RequestParam(required = false) String cursor,
            @RequestParam int limit);
}
