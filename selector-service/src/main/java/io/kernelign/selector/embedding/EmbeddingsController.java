package io.kernelign.selector.embedding;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.contracts.EmbeddingsApi;
import io.kernelign.contracts.EmbeddingsView;
import org.springframework.web.bind.annotation.RestController;

/** Embeddings over HTTP. */
@RestController
class EmbeddingsController implements EmbeddingsApi {

    private final DatasetEmbeddings embeddings;

    EmbeddingsController(DatasetEmbeddings embeddings) {
        this.embeddings = embeddings;
    }

    @Override
    public EmbeddingsView embeddings(String tenant, DatasetRef dataset) {
        return embeddings.of(dataset);
    }
}
