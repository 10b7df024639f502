package io.kernelign.metrics;

/** Which value of a curve speaks for its run. */
enum RankedBy {
    LAST {
        @Override
        String value(Goal goal) {
            return "last";
        }

        @Override
        String step(Goal goal) {
            return "last_step";
        }
    },
    BEST {
        @Override
        String value(Goal goal) {
            return goal.best;
        }

        @Override
        String step(Goal goal) {
            return goal.bestStep;
        }
    };

    /** The column of a curve's value. */
    abstract String value(Goal goal);

    /** The column of that value's step. */
    abstract String step(Goal goal);
}
