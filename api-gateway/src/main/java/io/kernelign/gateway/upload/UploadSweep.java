package io.kernelign.gateway.upload;

import io.kernelign.gateway.dataset.DraftFolder;
import io.kernelign.gateway.dataset.PairBlobs;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Removes what has expired, and what was left by processes that died. */
@Component
class UploadSweep {

    /** Longer than any request or import goes without a sign of life. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    /** Longer than it takes from a file to its record. */
    private static final Duration UNRECORDED = Duration.ofHours(1);

    private final Uploads uploads;
    private final UploadRecords records;
    private final UploadFolder folder;
    private final DraftFolder drafts;
    private final PairBlobs pairs;
    private final Clock clock;

    UploadSweep(
            Uploads uploads,
            UploadRecords records,
            UploadFolder folder,
            DraftFolder drafts,
            PairBlobs pairs,
            Clock clock) {
        this.uploads = uploads;
        this.records = records;
        this.folder = folder;
        this.drafts = drafts;
        this.pairs = pairs;
        this.clock = clock;
    }

    void run() throws IOException {
        folder.delete(uploads.removeExpired());
        var old = folder.writtenBefore(clock.instant().minus(UNRECORDED));
        var needed = records.needed(old);
        folder.delete(old.stream().filter(id -> !needed.contains(id)).toList());
        drafts.sweep(clock.instant().minus(ABANDONED));
        pairs.sweepClaims(clock.instant().minus(ABANDONED));
    }
}
