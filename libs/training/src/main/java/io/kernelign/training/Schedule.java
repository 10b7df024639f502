package io.kernelign.training;

/** How the learning rate goes from its peak to the end, after a linear warm-up. */
public enum Schedule {
    CONSTANT {
        @Override
        double decayed(double progress) {
            return 1;
        }
    },
    LINEAR {
        @Override
        double decayed(double progress) {
            return 1 - progress;
        }
    },
    COSINE {
        @Override
        double decayed(double progress) {
            return (1 + Math.cos(Math.PI * progress)) / 2;
        }
    };

    /** Share of the peak after the warm-up, for progress in [0, 1). */
    abstract double decayed(double progress);

    /**
     * Share of the peak learning rate that a step uses.
     *
     * @param step from 0
     * @param warmup share of all steps in which the rate rises linearly
     */
    public double factor(long step, long steps, double warmup) {
        double warmupSteps = warmup * steps;
        if (step < warmupSteps) {
            return (step + 1) / (warmupSteps + 1);
        }
        return decayed((step - warmupSteps) / Math.max(1, steps - warmupSteps));
    }
}
