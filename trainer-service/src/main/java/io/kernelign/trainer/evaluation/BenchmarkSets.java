package io.kernelign.trainer.evaluation;

import io.kernelign.evaluation.Benchmark;
import io.kernelign.evaluation.Question;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.trainer.benchmark.BenchmarkArchives;
import io.kernelign.trainer.benchmark.BenchmarkLibrary;
import io.kernelign.trainer.judge.Judges;
import io.kernelign.trainer.spec.BenchmarkSource;
import io.kernelign.trainer.spec.BenchmarkSource.Folder;
import io.kernelign.trainer.spec.BenchmarkSource.Uploaded;
import io.kernelign.trainer.spec.BenchmarkSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the files of benchmarks. */
@Component
public class BenchmarkSets {

    private final BenchmarkFolders folders;
    private final BenchmarkLibrary library;
    private final BenchmarkArchives archives;
    private final Judges judges;

    BenchmarkSets(BenchmarkFolders folders, BenchmarkLibrary library, BenchmarkArchives archives, Judges judges) {
        this.folders = folders;
        this.library = library;
        this.archives = archives;
        this.judges = judges;
    }

    /**
     * The same, all of which can be asked, with the checksums of uploaded files.
     *
     * @param field that names them
     * @throws InvalidInputException naming each one's folder, or file, line and field, that cannot be used
     */
    public List<BenchmarkSpec> settled(String tenant, String field, List<BenchmarkSpec> benchmarks) {
        var errors = new ArrayList<FieldError>();
        var settled = new ArrayList<BenchmarkSpec>();
        for (int i = 0; i < benchmarks.size(); i++) {
            try {
                settled.add(settled(tenant, benchmarks.get(i)));
            } catch (InvalidInputException e) {
                errors.addAll(e.under(field + "[" + i + "]").errors());
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return settled;
    }

    private BenchmarkSpec settled(String tenant, BenchmarkSpec spec) {
        if (spec.source() instanceof Uploaded uploaded) {
            return spec.from(library.named(tenant, spec.name(), uploaded));
        }
        read(spec);
        return spec;
    }

    /**
     * Keeps uploaded files from being deleted until the current transaction, which records what needs them, has ended.
     *
     * @throws InvalidInputException when some have been deleted
     */
    public void hold(String tenant, List<BenchmarkSpec> benchmarks) {
        for (var spec : benchmarks) {
            if (spec.source() instanceof Uploaded uploaded) {
                library.named(tenant, spec.name(), uploaded);
            }
        }
    }

    /** @throws InvalidInputException as {@link #settled} */
    BenchmarkSet read(BenchmarkSpec spec) {
        var benchmark = spec.name().judgedBy(spec.judge().map(judges::named));
        try {
            var all = questions(spec.source(), benchmark);
            var asked = spec.limit().isEmpty()
                    ? all
                    : QuestionSample.of(all, spec.limit().getAsInt(), spec.seed());
            return new BenchmarkSet(spec, benchmark, asked);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Question> questions(BenchmarkSource source, Benchmark benchmark) throws IOException {
        return source instanceof Uploaded uploaded
                ? archives.read(uploaded.id(), benchmark)
                : benchmark.read(folders.find(((Folder) source).path()));
    }
}
