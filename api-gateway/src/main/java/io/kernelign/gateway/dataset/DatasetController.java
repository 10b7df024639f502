package io.kernelign.gateway.dataset;

import io.kernelign.contracts.Page;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Split;
import io.kernelign.service.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Stored data sets. */
@RestController
@RequestMapping("/api/v1/datasets")
@Tag(name = "Data sets")
class DatasetController {

    private final DatasetLibrary library;
    private final PairBlobs pairs;
    private final DatasetFiles files;
    private final TokenReportSource tokens;

    DatasetController(DatasetLibrary library, PairBlobs pairs, DatasetFiles files, TokenReportSource tokens) {
        this.library = library;
        this.pairs = pairs;
        this.files = files;
        this.tokens = tokens;
    }

    @GetMapping
    @Operation(summary = "Lists data sets, newest first.")
    Page<DatasetView> list(
            Caller caller,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return library.list(caller.tenant(), cursor, limit);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One data set.")
    DatasetView get(Caller caller, @PathVariable String id) {
        return library.view(caller.tenant(), id);
    }

    @GetMapping("/{id}/report")
    @Operation(
            summary = "What the import found, row by row.",
            description =
                    "With model, which is here already, also tokens: how long prompts and responses are for it, and"
                            + " which share of them maxLength and maxPromptLength of a job would cut.")
    Map<String, Object> report(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) String model,
            @RequestParam(required = false) Integer maxLength,
            @RequestParam(required = false) Integer maxPromptLength) {
        var report = library.report(caller.tenant(), id);
        var dataset = library.view(caller.tenant(), id);
        return tokens.with(report, caller.tenant(), dataset, model, maxLength, maxPromptLength);
    }

    @GetMapping("/{id}/defects")
    @Operation(summary = "The defects that the report lists (at most 1,000), in order, of one kind or of all.")
    Page<Object> defects(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return DefectPage.of(library.report(caller.tenant(), id), kind, cursor, limit);
    }

    @GetMapping("/{id}/pairs")
    @Operation(
            summary = "The canonical pairs, to look at: all, or those of one side or task, or with certain words.",
            description =
                    "A page is looked for in so many pairs that this takes a moment at the most: it may have fewer"
                            + " pairs than limit, or none, and be followed by another.")
    Page<PreferencePair> pairs(
            Caller caller,
            @PathVariable String id,
            @Parameter(schema = @Schema(implementation = Split.class)) @RequestParam(required = false) String split,
            @Parameter(description = "What pairs name as their task.") @RequestParam(required = false) String task,
            @Parameter(description = "Words that a turn says, in any case.") @RequestParam(required = false)
                    String contains,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "20") int limit)
            throws IOException {
        var wanted = PairFilter.read(split, task, contains);
        return PairPage.of(pairs.file(library.view(caller.tenant(), id).pairsKey()), wanted, cursor, limit);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes a data set that no unfinished job uses.")
    void delete(Caller caller, @PathVariable String id) throws IOException {
        files.delete(caller.tenant(), id);
    }
}
