package io.kernelign.gateway.evaluation;

import io.kernelign.contracts.BenchmarkFilesApi;
import io.kernelign.contracts.BenchmarkFilesView;
import io.kernelign.contracts.Page;
import io.kernelign.gateway.upload.BenchmarkUpload;
import io.kernelign.service.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files of benchmarks that users bring: trainer-service checks everything and owns them. */
@RestController
@RequestMapping("/api/v1/benchmark-files")
@Tag(name = "Evaluations")
class BenchmarkFilesController {

    private static final String ZIP = "application/zip";
    private static final String MADE = """
            {"id": "bf_5k1m", "name": "gsm8k of March", "benchmark": "gsm8k", "bytes": 1843022,
             "sha256": "4f1c9e0ab7d25e63c8f7a9d0b14e6c2f3a5d7b8e9c0f1a2b3c4d5e6f708192a3", "questions": 1319,
             "createdAt": "2026-03-01T12:00:00Z"}""";

    private final BenchmarkFilesApi files;
    private final BenchmarkUpload uploads;

    BenchmarkFilesController(BenchmarkFilesApi files, BenchmarkUpload uploads) {
        this.files = files;
        this.uploads = uploads;
    }

    @PostMapping(consumes = {ZIP, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @Operation(
            summary = "Uploads the files of a benchmark, for evaluations to name in place of a folder.",
            description =
                    "The body is a ZIP file of what the benchmark's folder holds, as its authors publish it: for gsm8k"
                            + " test.jsonl and train.jsonl at the top. Every row is read as an evaluation would; what is not as the"
                            + " benchmark has it is refused with file, line and field, and nothing of it is kept.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(
            responseCode = "201",
            description = "The files, which benchmarks[].files of an evaluation or job can name.",
            content =
                    @Content(
                            schema = @Schema(implementation = BenchmarkFilesView.class),
                            examples = @ExampleObject(MADE)))
    ResponseEntity<BenchmarkFilesView> take(
            Caller caller,
            @Parameter(description = "Which benchmark they are of.", example = "gsm8k") @RequestParam String benchmark,
            @Parameter(description = "What people call them; the benchmark's name when absent.")
                    @RequestParam(required = false)
                    String name,
            HttpServletRequest request)
            throws IOException {
        var taken = uploads.take(caller.tenant(), benchmark, name, request.getInputStream());
        return ResponseEntity.created(URI.create("/api/v1/benchmark-files/" + taken.id()))
                .body(taken);
    }

    @GetMapping
    @Operation(summary = "Lists the uploaded files of benchmarks, newest first.")
    Page<BenchmarkFilesView> list(
            Caller caller,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return files.list(caller.tenant(), cursor, limit);
    }

    @GetMapping("/{id}")
    @Operation(summary = "The uploaded files of one benchmark: how many questions, and the archive's SHA-256.")
    BenchmarkFilesView get(Caller caller, @PathVariable String id) {
        return files.files(caller.tenant(), id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes files that no unfinished evaluation, job or sweep names.")
    void delete(Caller caller, @PathVariable String id) {
        files.delete(caller.tenant(), id);
    }
}
