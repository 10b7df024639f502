package io.kernelign.metrics;

import io.kernelign.contracts.PointExportApi;
import io.kernelign.contracts.Tenancy;
import io.kernelign.metrics.export.PointFormat;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The points of a run as a file, made while it is sent: what {@link PointExportApi} asks for. */
@RestController
class ExportController {

    private final Runs runs;
    private final PointReader points;

    ExportController(Runs runs, PointReader points) {
        this.runs = runs;
        this.points = points;
    }

    @GetMapping(PointExportApi.PATH)
    void export(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @PathVariable String run,
            @RequestParam String format,
            HttpServletResponse response)
            throws IOException {
        var chosen = Acceptable.constant("format", PointFormat.class, format);
        var key = new RunKey(tenant, run);
        runs.find(key);
        response.setContentType(chosen.mediaType());
        var sink = chosen.sink(new BufferedOutputStream(response.getOutputStream()));
        points.read(key, sink);
        sink.finish();
    }
}
