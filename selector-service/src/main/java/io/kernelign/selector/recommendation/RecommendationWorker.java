package io.kernelign.selector.recommendation;

import io.kernelign.embedding.EncoderException;
import io.kernelign.service.blob.BlobStoreAwayException;
import io.kernelign.service.database.DatabaseAway;
import java.nio.file.NoSuchFileException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a recommendation to its end, and decides what each way of not getting there means. */
@Component
class RecommendationWorker {

    private static final Logger LOG = LoggerFactory.getLogger(RecommendationWorker.class);
    private static final int MOST_ATTEMPTS = 3;

    private final RecommendationWrites writes;
    private final Measuring measuring;

    RecommendationWorker(RecommendationWrites writes, Measuring measuring) {
        this.writes = writes;
        this.measuring = measuring;
    }

    /**
     * Works until the recommendation has succeeded, failed or been cancelled.
     *
     * @throws InterruptedWorkException when this process ends before, or the database is away
     * @throws StaleAttemptException when another worker has begun
     */
    void run(String id, BooleanSupplier ending) {
        writes.begin(id).ifPresent(attempt -> {
            if (attempt.number() > MOST_ATTEMPTS) {
                writes.fail(attempt, "It was interrupted %d times before it came to an end.".formatted(MOST_ATTEMPTS));
            } else {
                work(attempt, ending);
            }
        });
    }

    private void work(Attempt attempt, BooleanSupplier ending) {
        try {
            writes.succeed(attempt, measuring.measure(attempt, share -> {
                if (ending.getAsBoolean()) {
                    throw new InterruptedWorkException(attempt.id());
                }
                writes.progress(attempt, share);
            }));
        } catch (InterruptedWorkException e) {
            throw e;
        } catch (StaleAttemptException e) {
            if (!writes.cancelled(attempt)) {
                throw e;
            }
            LOG.info("{} was cancelled", attempt.id());
        } catch (EncoderException e) {
            LOG.warn("{} failed: {}", attempt.id(), e.getMessage());
            writes.fail(attempt, e.getMessage());
        } catch (BlobStoreAwayException e) {
            LOG.error("{} failed", attempt.id(), e);
            writes.fail(attempt, "The store of the data sets does not answer; ask again.");
        } catch (NoSuchFileException e) {
            LOG.error("{} failed", attempt.id(), e);
            writes.fail(attempt, "The pairs of data set " + attempt.dataset().id() + " are no longer stored.");
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            if (DatabaseAway.is(e)) {
                throw new InterruptedWorkException(attempt.id(), e);
            }
            LOG.error("{} failed", attempt.id(), e);
            writes.fail(attempt, "Measuring failed on our side; the log has it under " + attempt.id() + ".");
        }
    }
}
