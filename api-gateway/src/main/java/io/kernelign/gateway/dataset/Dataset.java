package io.kernelign.gateway.dataset;

import io.kernelign.data.ImportReport;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A stored data set; its pairs lie in the blob store under their content hash. */
@Entity
@IdClass(DatasetKey.class)
class Dataset {

    @Id
    private String tenant;

    @Id
    private String id;

    private String name;
    private String format;
    private String contentHash;
    private String pairsKey;
    private long rowCount;
    private long badRows;
    private long pairs;
    private long trainPairs;
    private long heldOutPairs;
    private long bytes;

    /** The import's report as it was told at the time. */
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> report;

    private Instant createdAt;

    protected Dataset() {}

    Dataset(
            DatasetKey key,
            String name,
            ImportReport result,
            long bytes,
            Map<String, Object> report,
            Instant createdAt) {
        this.tenant = key.tenant();
        this.id = key.id();
        this.name = name;
        this.format = result.layout();
        this.contentHash = result.contentHash();
        this.pairsKey = PairBlobs.key(result.contentHash());
        this.rowCount = result.rows();
        this.badRows = result.badRows();
        this.pairs = result.pairs();
        this.trainPairs = result.trainPairs();
        this.heldOutPairs = result.heldOutPairs();
        this.bytes = bytes;
        this.report = report;
        this.createdAt = createdAt;
    }

    Map<String, Object> report() {
        return report;
    }

    String contentHash() {
        return contentHash;
    }
}
