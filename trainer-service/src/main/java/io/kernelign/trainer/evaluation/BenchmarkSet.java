package io.kernelign.trainer.evaluation;

import io.kernelign.evaluation.Benchmark;
import io.kernelign.evaluation.Question;
import io.kernelign.trainer.spec.BenchmarkSpec;
import java.util.List;

/**
 * The questions of a benchmark that are asked.
 *
 * @param questions in the benchmark's order, at least one
 */
record BenchmarkSet(BenchmarkSpec spec, Benchmark benchmark, List<Question> questions) {

    String name() {
        return spec.name().json();
    }
}
