package io.kernelign.trainer.web;

import io.kernelign.contracts.BenchmarkFilesApi;
import io.kernelign.contracts.BenchmarkFilesOpening;
import io.kernelign.contracts.BenchmarkFilesView;
import io.kernelign.contracts.Page;
import io.kernelign.trainer.benchmark.BenchmarkIntake;
import io.kernelign.trainer.benchmark.BenchmarkLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BenchmarkFilesController implements BenchmarkFilesApi {

    private final BenchmarkIntake intake;
    private final BenchmarkLibrary library;

    BenchmarkFilesController(BenchmarkIntake intake, BenchmarkLibrary library) {
        this.intake = intake;
        this.library = library;
    }

    @Override
    public BenchmarkFilesView begin(String tenant, BenchmarkFilesOpening opening) {
        try {
            return intake.begin(tenant, opening);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public BenchmarkFilesView check(String tenant, String id, String sha256) {
        try {
            return intake.check(tenant, id, sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public BenchmarkFilesView files(String tenant, String id) {
        return library.one(tenant, id);
    }

    @Override
    public Page<BenchmarkFilesView> list(String tenant, String cursor, int limit) {
        return library.page(tenant, cursor, limit);
    }

    @Override
    public void delete(String tenant, String id) {
        try {
            library.delete(tenant, id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
