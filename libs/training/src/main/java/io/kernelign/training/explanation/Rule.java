package io.kernelign.training.explanation;

import java.util.Optional;

/** One thing that may strike whoever reads the figures. */
interface Rule {

    /** What it means, with the run's numbers; empty when it is not so here. */
    Optional<String> explain(RunHistory run);
}
