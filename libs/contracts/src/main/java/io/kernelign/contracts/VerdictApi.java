package io.kernelign.contracts;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What trainer-service answers to those who wait for a job. */
@HttpExchange("/internal/v1/jobs/{job}/verdict")
public interface VerdictApi {

    /**
     * A conflict when the job has failed, was cancelled, or does not pass a gate.
     *
     * @param gate each a comparison of a figure with a number; none for the job's success alone
     */
    @GetExchange
    JobVerdict verdict(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @PathVariable String job,
            @RequestParam(defaultValue = "") List<String> gate);
}
