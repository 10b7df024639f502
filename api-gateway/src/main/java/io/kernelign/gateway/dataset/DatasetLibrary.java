package io.kernelign.gateway.dataset;

import io.kernelign.contracts.Page;
import io.kernelign.data.ImportReport;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.service.page.Cursor;
import io.kernelign.service.page.Pages;
import io.kernelign.service.problem.NotFoundException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The records of data sets. */
@Service
@Transactional
public class DatasetLibrary {

    private static final String KIND = "data set";

    private final DatasetRepository datasets;
    private final JsonMapper json;
    private final Clock clock;

    DatasetLibrary(DatasetRepository datasets, JsonMapper json, Clock clock) {
        this.datasets = datasets;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Records a data set whose pairs are stored and claimed.
     *
     * @param bytes of its pairs
     * @param recorded hears its id in the same transaction
     */
    DatasetView add(String tenant, String name, ImportReport result, long bytes, Consumer<String> recorded) {
        var key = DatasetKey.fresh(tenant);
        var report = json.convertValue(result, new TypeReference<Map<String, Object>>() {});
        datasets.saveAndFlush(new Dataset(key, name, result, bytes, report, clock.instant()));
        recorded.accept(key.id());
        return view(tenant, key.id());
    }

    /** Forgets a data set; its pairs' hash is returned for the sweep that follows the commit. */
    String remove(String tenant, String id) {
        var dataset = datasets.findById(new DatasetKey(tenant, id)).orElseThrow(() -> new NotFoundException(KIND, id));
        datasets.delete(dataset);
        return dataset.contentHash();
    }

    DatasetView view(String tenant, String id) {
        return datasets.view(tenant, id).orElseThrow(() -> new NotFoundException(KIND, id));
    }

    Map<String, Object> report(String tenant, String id) {
        return find(tenant, id).report();
    }

    private Dataset find(String tenant, String id) {
        return datasets.findById(new DatasetKey(tenant, id)).orElseThrow(() -> new NotFoundException(KIND, id));
    }

    Page<DatasetView> list(String tenant, String cursor, int limit) {
        var lookup = Limit.of(Pages.lookup(limit));
        var from = Cursor.read(cursor);
        var found = datasets.olderThan(tenant, from.at(), from.id(), lookup);
        return Pages.of(found, limit, view -> view, DatasetView::cursor);
    }

    /**
     * The data set that a request names.
     *
     * @param field the field that names it
     * @param id what stands in the field, whatever it is
     * @throws InvalidInputException when it is missing or names no data set of the tenant
     */
    public DatasetView named(String tenant, String field, Object id) {
        var accepted = "the id of a stored data set";
        if (id == null) {
            throw new InvalidInputException(FieldError.missing(field, accepted));
        }
        return datasets.view(tenant, String.valueOf(id))
                .orElseThrow(() -> new InvalidInputException(FieldError.unacceptable(field, id, accepted)));
    }
}
