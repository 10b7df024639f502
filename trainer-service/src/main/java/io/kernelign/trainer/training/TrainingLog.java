package io.kernelign.trainer.training;

/** Keeps what a training comes to, and says when to lay it down. */
public interface TrainingLog extends JobListener {

    /** Whether to lay the training down, with a checkpoint for whoever goes on; asked before every step. */
    boolean stopping();

    /** What to throw once that is done. */
    RuntimeException stopped();
}
