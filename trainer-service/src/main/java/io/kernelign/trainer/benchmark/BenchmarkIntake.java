package io.kernelign.trainer.benchmark;

import io.kernelign.contracts.BenchmarkFilesOpening;
import io.kernelign.contracts.BenchmarkFilesView;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.Types;
import io.kernelign.input.ValueType;
import io.kernelign.service.problem.NotFoundException;
import io.kernelign.trainer.spec.BenchmarkName;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Takes in benchmarks' files: their record is there before their archive is, so that nothing is stored that nobody knows. */
@Component
public class BenchmarkIntake {

    private static final ValueType<BenchmarkName> BENCHMARK = Types.constant(BenchmarkName.class);
    private static final ValueType<String> NAME = Types.text(200);

    private final BenchmarkFileRecords records;
    private final BenchmarkLibrary library;
    private final BenchmarkArchives archives;

    BenchmarkIntake(BenchmarkFileRecords records, BenchmarkLibrary library, BenchmarkArchives archives) {
        this.records = records;
        this.library = library;
        this.archives = archives;
    }

    /** @throws InvalidInputException when there is no such benchmark, or the name is none */
    public BenchmarkFilesView begin(String tenant, BenchmarkFilesOpening opening) throws IOException {
        var benchmark = read("benchmark", BENCHMARK, opening.benchmark());
        var name = opening.name() == null ? benchmark.json() : read("name", NAME, opening.name());
        library.sweep();
        var id = records.insert(tenant, name, benchmark, opening.bytes());
        return records.find(tenant, id).orElseThrow().view();
    }

    private static <T> T read(String field, ValueType<T> type, Object raw) {
        try {
            return type.read(raw);
        } catch (InvalidInputException e) {
            throw e.under(field);
        }
    }

    /**
     * Reads every row of the files as an evaluation would.
     *
     * @throws InvalidInputException naming file, line and field of what the benchmark does not have
     * @throws NotFoundException when the tenant has none of this id that is to be checked
     */
    public BenchmarkFilesView check(String tenant, String id, String sha256) throws IOException {
        var files = records.find(tenant, id).orElseThrow(() -> BenchmarkLibrary.notFound(id));
        var questions = archives.read(id, files.benchmark().unjudged());
        if (!records.checked(tenant, id, sha256, questions.size())) {
            throw BenchmarkLibrary.notFound(id);
        }
        return library.one(tenant, id);
    }
}
