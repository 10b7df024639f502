package io.kernelign.gateway.openai;

import io.kernelign.data.export.ExportFormat;
import io.kernelign.gateway.dataset.DatasetFiles;
import io.kernelign.gateway.dataset.DatasetView;
import io.kernelign.gateway.dataset.UploadOptions;
import io.kernelign.gateway.upload.FormImport;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.service.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Files: data sets go in as files, and what jobs have made comes out as files. */
@RestController
@RequestMapping("/v1/files")
@Tag(name = "OpenAI")
class FileController {

    private static final int MOST = 100;

    private final FormImport forms;
    private final DatasetFiles datasets;
    private final ResultFiles results;

    FileController(FormImport forms, DatasetFiles datasets, ResultFiles results) {
        this.forms = forms;
        this.datasets = datasets;
        this.results = results;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Uploads a data set.",
            description =
                    "Parts file and purpose, in any order; the purpose is fine-tune. Every layout and container that"
                            + " POST /api/v1/datasets takes is taken, OpenAI's preference format among them; a file with a bad row"
                            + " is refused with the row's place.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schemaProperties = {
                                                @SchemaProperty(
                                                        name = "file",
                                                        schema = @Schema(type = "string", format = "binary")),
                                                @SchemaProperty(
                                                        name = "purpose",
                                                        schema = @Schema(allowableValues = FileObject.FINE_TUNE))
                                            })))
    FileObject create(Caller caller, MultipartHttpServletRequest request) throws IOException {
        var purpose = request.getParameter("purpose");
        if (!FileObject.FINE_TUNE.equals(purpose)) {
            throw new InvalidInputException(
                    purpose == null
                            ? FieldError.missing("purpose", FileObject.FINE_TUNE)
                            : FieldError.unacceptable("purpose", purpose, FileObject.FINE_TUNE));
        }
        var taken = forms.take(caller.tenant(), UploadOptions.read(Map.of()), request);
        return file(taken.dataset());
    }

    @GetMapping
    @Operation(summary = "Lists data sets, newest first.")
    OpenAiList<FileObject> list(
            Caller caller,
            @RequestParam(required = false) String purpose,
            @RequestParam(required = false) String order,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = "20") int limit)
            throws IOException {
        requireNewestFirst(order);
        if (purpose != null && !purpose.equals(FileObject.FINE_TUNE)) {
            return OpenAiList.of(List.of(), false);
        }
        var cursor = after == null
                ? null
                : datasets.find(caller.tenant(), after).cursor().text();
        var page = datasets.list(caller.tenant(), cursor, Math.min(limit, MOST));
        var files = new ArrayList<FileObject>();
        for (var dataset : page.items()) {
            files.add(file(dataset));
        }
        return OpenAiList.of(files, page.next() != null);
    }

    private static void requireNewestFirst(String order) {
        if (order != null && !order.equals("desc")) {
            throw new InvalidInputException(FieldError.unacceptable("order", order, "desc"));
        }
    }

    @GetMapping("/{id}")
    @Operation(summary = "A data set, or something that a job has made.")
    FileObject get(Caller caller, @PathVariable String id) throws IOException {
        var result = ResultFileId.read(id);
        return result.isPresent()
                ? results.file(caller.tenant(), result.get())
                : file(datasets.find(caller.tenant(), id));
    }

    @GetMapping("/{id}/content")
    @Operation(summary = "Its content; of a data set its canonical pairs, as TRL and this platform read them.")
    @ApiResponse(responseCode = "200", description = "The file.", content = @Content(mediaType = MediaType.ALL_VALUE))
    void content(Caller caller, @PathVariable String id, HttpServletResponse response) throws IOException {
        var result = ResultFileId.read(id);
        if (result.isPresent()) {
            results.send(caller.tenant(), result.get(), response);
        } else {
            var dataset = datasets.find(caller.tenant(), id);
            response.setContentType(ExportFormat.JSONL.mediaType());
            datasets.export(dataset, Optional.empty(), ExportFormat.JSONL, response.getOutputStream());
        }
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Deletes a data set that no unfinished job uses.")
    Deletion delete(Caller caller, @PathVariable String id) throws IOException {
        datasets.delete(caller.tenant(), id);
        return Deletion.of(id, "file");
    }

    private FileObject file(DatasetView dataset) throws IOException {
        return FileObject.of(dataset, datasets.bytes(dataset));
    }
}
