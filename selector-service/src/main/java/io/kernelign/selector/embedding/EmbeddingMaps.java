package io.kernelign.selector.embedding;

import io.kernelign.alignment.evaluation.PrincipalPlane;
import io.kernelign.contracts.EmbeddingMap;
import io.kernelign.contracts.EmbeddingMap.Point;
import io.kernelign.data.embedding.EmbeddedPairs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lays embeddings of pairs out in a plane. */
@Component
public class EmbeddingMaps {

    private static final int MOST_PAIRS = 150;
    private static final List<String> SIDES = List.of("prompt", "chosen", "rejected");

    private final EmbeddingStore store;

    EmbeddingMaps(EmbeddingStore store) {
        this.store = store;
    }

    /**
     * A map of the first pairs.
     *
     * @param key blob key of their embeddings
     * @param encoder whose they are
     * @return empty where the blob is not there
     */
    public Optional<EmbeddingMap> of(String key, String encoder) throws IOException {
        return store.find(key).filter(found -> !found.pairs().isEmpty()).map(found -> map(found, encoder));
    }

    private static EmbeddingMap map(EmbeddedPairs embedded, String encoder) {
        var vectors = vectors(embedded, Math.min(MOST_PAIRS, embedded.pairs().size()));
        var plane = PrincipalPlane.of(vectors);
        var places = plane.project(vectors);
        var points = new ArrayList<Point>(places.length);
        for (int i = 0; i < places.length; i++) {
            points.add(new Point(i / SIDES.size(), SIDES.get(i % SIDES.size()), places[i][0], places[i][1]));
        }
        return new EmbeddingMap(encoder, plane.explained()[0], plane.explained()[1], points);
    }

    /** Of each pair the prompt's, the chosen and the rejected response's. */
    private static float[][] vectors(EmbeddedPairs embedded, int pairs) {
        var vectors = new float[pairs * SIDES.size()][embedded.dimension()];
        for (int i = 0; i < pairs; i++) {
            int at = i * SIDES.size();
            embedded.read(i, vectors[at], vectors[at + 1], vectors[at + 2]);
        }
        return vectors;
    }
}
