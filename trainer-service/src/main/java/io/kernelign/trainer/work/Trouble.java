package io.kernelign.trainer.work;

import io.kernelign.service.blob.BlobStoreAwayException;
import io.kernelign.service.database.DatabaseAway;

/** Tells what lies in the job from what lies in our own house, and says it in a sentence. */
final class Trouble {

    private Trouble() {}

    /** Whether it is the database or the blob store that is away: the job is fine and another try will do. */
    static boolean passes(Throwable trouble) {
        return trouble instanceof BlobStoreAwayException
                || trouble.getCause() instanceof BlobStoreAwayException
                || DatabaseAway.is(trouble);
    }

    static String sentence(Throwable trouble) {
        if (trouble instanceof OutOfMemoryError) {
            return "out of memory: " + trouble.getMessage();
        }
        var message = trouble.getMessage();
        return message == null || message.isBlank() ? trouble.getClass().getSimpleName() : message;
    }
}
