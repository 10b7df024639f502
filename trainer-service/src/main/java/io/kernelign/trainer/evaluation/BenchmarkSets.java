package io.kernelign.trainer.evaluation;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.trainer.judge.Judges;
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
    private final Judges judges;

    BenchmarkSets(BenchmarkFolders folders, Judges judges) {
        this.folders = folders;
        this.judges = judges;
    }

    /**
     * Whether all of them can be asked.
     *
     * @param field that names them
     * @throws InvalidInputException naming each one's folder, or file, line and field, that cannot be used
     */
    public void check(String field, List<BenchmarkSpec> benchmarks) {
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < benchmarks.size(); i++) {
            try {
                read(benchmarks.get(i));
            } catch (InvalidInputException e) {
                errors.addAll(e.under(field + "[" + i + "]").errors());
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
    }

    /** @throws InvalidInputException as {@link #check} */
    BenchmarkSet read(BenchmarkSpec spec) {
        var benchmark = spec.name().judgedBy(spec.judge().map(judges::named));
        try {
            var all = benchmark.read(folders.find(spec.folder()));
            var asked = spec.limit().isEmpty()
                    ? all
                    : QuestionSample.of(all, spec.limit().getAsInt(), spec.seed());
            return new BenchmarkSet(spec, benchmark, asked);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
