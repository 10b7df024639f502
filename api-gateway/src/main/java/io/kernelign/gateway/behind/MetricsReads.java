package io.kernelign.gateway.behind;

import io.kernelign.contracts.MetricsApi;
import io.kernelign.contracts.RunView;
import io.kernelign.contracts.Tenancy;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is read most of the {@link MetricsApi}, as it is told. */
@HttpExchange("/internal/v1/runs")
public interface MetricsReads {

    @GetExchange("/{run}")
    Told<RunView> run(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String run);
}
