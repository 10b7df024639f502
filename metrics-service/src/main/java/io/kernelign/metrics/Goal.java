package io.kernelign.metrics;

/** Which values of a metric are good. */
enum Goal {
    MAXIMISE("most", "most_step", "desc"),
    MINIMISE("least", "least_step", "asc");

    /** Columns of a curve's best value and of its step. */
    final String best;

    final String bestStep;
    final String order;

    Goal(String best, String bestStep, String order) {
        this.best = best;
        this.bestStep = bestStep;
        this.order = order;
    }
}
