package io.kernelign.selector.recommendation;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.selector.embedding.Encoders;
import io.kernelign.service.blob.Sha256;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Tells which requests must get the same answer. */
@Component
class Fingerprints {

    /** To be raised whenever the same pairs, measured in the same way, would get another answer. */
    private static final int ANSWERS = 2;

    private final Encoders encoders;
    private final OfferedDivergences offered;

    Fingerprints(Encoders encoders, OfferedDivergences offered) {
        this.encoders = encoders;
        this.offered = offered;
    }

    /** Of everything that an answer depends on: the pairs and their sides, how they are measured, and what is offered. */
    String of(DatasetRef dataset, SelectionOptions options) {
        var parts = List.of(
                ANSWERS,
                dataset.pairsKey(),
                dataset.contentHash(),
                dataset.trainPairs(),
                encoders.named(options.encoder(), options.model()).name(),
                new TreeMap<>(options.write()),
                offered.names().stream().sorted().toList());
        return Sha256.of(parts.toString());
    }
}
