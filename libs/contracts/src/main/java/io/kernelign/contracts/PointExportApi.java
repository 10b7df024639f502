package io.kernelign.contracts;

import java.io.InputStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** The points of a run as a file, of any length, from metrics-service. */
public interface PointExportApi {

    String PATH = "/internal/v1/runs/{run}/points";

    /**
     * Every point, curve by curve and by step.
     *
     * @param format {@code csv}, {@code jsonl} or {@code parquet}
     * @return the file as it comes, to be closed
     */
    @GetExchange(PATH)
    ResponseEntity<InputStream> points(
            @RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String run, @RequestParam String format);
}
