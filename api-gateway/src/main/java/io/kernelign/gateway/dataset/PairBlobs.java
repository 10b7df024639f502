package io.kernelign.gateway.dataset;

import io.kernelign.gateway.dataset.PairClaims.Claim;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.blob.FileContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Canonical pairs in the blob store: equal content is stored once, for as long as a data set needs it or an import has
 * claimed it. Files are put outside of transactions, which a slow store would hold open.
 */
@Component
public class PairBlobs {

    private static final Logger LOG = LoggerFactory.getLogger(PairBlobs.class);

    private final BlobStore blobs;
    private final DatasetRepository datasets;
    private final PairClaims claims;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PairBlobs(
            BlobStore blobs,
            DatasetRepository datasets,
            PairClaims claims,
            TransactionTemplate transaction,
            Clock clock) {
        this.blobs = blobs;
        this.datasets = datasets;
        this.claims = claims;
        this.transaction = transaction;
        this.clock = clock;
    }

    static String key(String contentHash) {
        return "datasets/" + contentHash + ".jsonl";
    }

    /**
     * Stores pairs under the hash of their content, and claims them: they are not swept until the claim is given up, in the
     * end or by {@link #sweepClaims}.
     */
    Claim store(FileContent pairs) throws IOException {
        var made = new AtomicReference<Claim>();
        try {
            blobs.putFile(
                    hash -> {
                        made.set(claim(hash));
                        return key(hash);
                    },
                    pairs);
            return made.get();
        } catch (IOException | RuntimeException e) {
            if (made.get() != null) {
                giveUp(made.get());
            }
            throw e;
        }
    }

    private Claim claim(String contentHash) {
        return transaction.execute(status -> {
            datasets.lock(contentHash);
            return claims.add(contentHash, clock.instant());
        });
    }

    /** A data set has taken the pairs up, or none will: they go unless another needs them. */
    void giveUp(Claim claim) {
        try {
            deleteUnlessNeeded(claim.contentHash(), () -> claims.remove(claim));
        } catch (IOException | RuntimeException e) {
            LOG.warn("the claim on the pairs {} is left to be swept", claim.contentHash(), e);
        }
    }

    /** Deletes the pairs if nobody needs them any more. */
    void sweep(String contentHash) throws IOException {
        deleteUnlessNeeded(contentHash, () -> {});
    }

    /** Gives up the claims of processes that died: those made before. */
    public void sweepClaims(Instant before) {
        claims.madeBefore(before).forEach(this::giveUp);
    }

    private void deleteUnlessNeeded(String contentHash, Runnable first) throws IOException {
        try {
            transaction.executeWithoutResult(status -> {
                datasets.lock(contentHash);
                first.run();
                if (datasets.countByContentHash(contentHash) == 0 && !claims.any(contentHash)) {
                    delete(contentHash);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void delete(String contentHash) {
        try {
            blobs.delete(key(contentHash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The canonical file of a data set, whole and undamaged; see {@link BlobStore#localPath}. */
    Path file(String pairsKey) throws IOException {
        return blobs.localPath(pairsKey);
    }
}
