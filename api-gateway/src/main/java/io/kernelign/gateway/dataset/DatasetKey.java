package io.kernelign.gateway.dataset;

import java.io.Serializable;
import java.util.UUID;

/** A data set's id within its tenant. */
record DatasetKey(String tenant, String id) implements Serializable {

    static DatasetKey fresh(String tenant) {
        return new DatasetKey(tenant, "ds_" + UUID.randomUUID().toString().replace("-", ""));
    }
}
