package io.kernelign.trainer.generation;

/** A checkpoint was deleted between the look at its job and the reading of its file. */
public final class CheckpointGoneException extends RuntimeException {

    CheckpointGoneException(Throwable cause) {
        super(cause);
    }
}
