package io.kernelign.training;

/** Too many steps in a row had no finite loss or gradient; the policy is what the last good step made of it. */
public final class TrainingDivergedException extends IllegalStateException {

    TrainingDivergedException(String message) {
        super(message);
    }
}
