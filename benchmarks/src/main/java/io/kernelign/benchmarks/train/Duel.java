package io.kernelign.benchmarks.train;

import io.kernelign.benchmarks.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The runs of both contenders in one setting. */
record Duel(Setting setting, List<Measured> ours, List<Measured> theirs) {

    Duel(Setting setting) {
        this(setting, new ArrayList<>(), new ArrayList<>());
    }

    /** Our median over theirs. */
    double ratio(ToDoubleFunction<Measured> figure) {
        return Measured.median(ours, figure) / Measured.median(theirs, figure);
    }
}
