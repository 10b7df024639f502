package io.kernelign.selector.recommendation;

/** A worker that was thought dead tried to write after another had begun. */
final class StaleAttemptException extends RuntimeException {

    StaleAttemptException(String id, int attempt, int current) {
        super("attempt %d at %s may not write: attempt %d has begun or the end is reached"
                .formatted(attempt, id, current));
    }
}
