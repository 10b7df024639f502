package io.kernelign.contracts;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What trainer-service answers about benchmarks' files that somebody uploads. They come in three steps: {@link #begin}, then
 * their archive is put into the blob store under its {@link #blobKey}, then {@link #check}. What is not checked within the
 * hour is forgotten.
 */
@HttpExchange("/internal/v1/benchmark-files")
public interface BenchmarkFilesApi {

    /** Blob key of the archive, a ZIP file. */
    static String blobKey(String id) {
        return "benchmarks/" + id + ".zip";
    }

    /** From now on they count as stored. */
    @PostExchange
    BenchmarkFilesView begin(@RequestHeader(Tenancy.HEADER) String tenant, @RequestBody BenchmarkFilesOpening opening);

    /**
     * Has the benchmark read its files; only then others see them.
     *
     * @param sha256 of the archive
     */
    @PostExchange("/{id}/check")
    BenchmarkFilesView check(
            @RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id, @RequestParam String sha256);

    @GetExchange("/{id}")
    BenchmarkFilesView files(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id);

    @GetExchange
    Page<BenchmarkFilesView> list(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "20") int limit);

    /** With their archive, checked or not; a conflict while something that has not ended needs them. */
    @DeleteExchange("/{id}")
    void delete(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id);
}
