package io.kernelign.gateway.upload;

import io.kernelign.gateway.dataset.UploadedDataset;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Turns of the imports whose files lie on the disk: any more than are done at a time wait for theirs. */
@Component
class ImportTurns {

    /** Each import looks at rows on every core: this many leave time to other requests. */
    static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    /** What is done in a turn. */
    interface Work {
        UploadedDataset run() throws IOException;
    }

    private final Semaphore free = new Semaphore(AT_ONCE, true);

    UploadedDataset take(Work work) throws IOException {
        free.acquireUninterruptibly();
        try {
            return work.run();
        } finally {
            free.release();
        }
    }
}
