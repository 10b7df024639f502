package io.kernelign.gateway.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kernelign.data.export.ExportFormat;
import io.kernelign.data.pair.Split;
import io.kernelign.service.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Data sets as files for other programs, made while they are sent. */
@RestController
@RequestMapping("/api/v1/datasets/{id}/export")
@Tag(name = "Data sets")
class PairExportController {

    private static final String ENDINGS = "(\\.(jsonl?|csv|parquet|gz|zst))+$";

    private final DatasetFiles files;

    PairExportController(DatasetFiles files) {
        this.files = files;
    }

    @GetMapping
    @Operation(
            summary = "The canonical pairs as a file, those of one side or all.",
            description = "TRL's explicit preference format: prompt, chosen and rejected are lists of messages {role,"
                    + " content}. TRL and datasets load it as it is; uploaded again it makes the same pairs.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = {
                                @Content(mediaType = "application/jsonl"),
                                @Content(mediaType = "application/vnd.apache.parquet")
                            }))
    void export(
            Caller caller,
            @PathVariable String id,
            @Parameter(schema = @Schema(implementation = ExportFormat.class, defaultValue = "jsonl"))
                    @RequestParam(required = false)
                    String format,
            @Parameter(schema = @Schema(implementation = Split.class)) @RequestParam(required = false) String split,
            HttpServletResponse response)
            throws IOException {
        var container = QueryChoice.read("format", ExportFormat.class, format).orElse(ExportFormat.JSONL);
        var side = QueryChoice.read("split", Split.class, split);
        var dataset = files.find(caller.tenant(), id);
        response.setContentType(container.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(dataset.name(), side, container));
        files.export(dataset, side, container, response.getOutputStream());
    }

    private static String disposition(String dataset, Optional<Split> side, ExportFormat format) {
        var name = dataset.replaceFirst(ENDINGS, "")
                + side.map(split -> "-" + split.text()).orElse("")
                + "." + format.extension();
        return ContentDisposition.attachment().filename(name, UTF_8).build().toString();
    }
}
