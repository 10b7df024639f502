package io.kernelign.gateway.dataset;

import io.kernelign.contracts.Page;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.gateway.access.Caller;
import io.kernelign.service.page.Pages;
import io.swagger.v3.oas.annotations.Operation;
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
    private final DatasetUse use;

    DatasetController(DatasetLibrary library, PairBlobs pairs, DatasetUse use) {
        this.library = library;
        this.pairs = pairs;
        this.use = use;
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
    @Operation(summary = "What the import found, row by row.")
    Map<String, Object> report(Caller caller, @PathVariable String id) {
        return library.report(caller.tenant(), id);
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
    @Operation(summary = "The first canonical pairs, to look at.")
    Page<PreferencePair> pairs(Caller caller, @PathVariable String id, @RequestParam(defaultValue = "20") int limit)
            throws IOException {
        Pages.lookup(limit);
        return new Page<>(pairs.first(library.view(caller.tenant(), id).pairsKey(), limit), null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes a data set that no unfinished job uses.")
    void delete(Caller caller, @PathVariable String id) throws IOException {
        library.view(caller.tenant(), id);
        use.refuseIfNeeded(caller.tenant(), id);
        pairs.sweep(library.remove(caller.tenant(), id));
    }
}
