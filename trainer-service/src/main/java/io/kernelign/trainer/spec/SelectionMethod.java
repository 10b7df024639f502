package io.kernelign.trainer.spec;

/** How an objective that is left open is chosen. */
enum SelectionMethod {
    RULES,
    PILOT
}
