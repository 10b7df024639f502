package io.kernelign.objective.kernel;

import io.kernelign.objective.embedding.EmbeddingFit;
import io.kernelign.objective.embedding.FeatureDistance;
import io.kernelign.objective.embedding.SemanticSignal;
import io.kernelign.objective.embedding.Similarities;
import io.kernelign.objective.embedding.SimilaritySignal;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The four kernels that are mixed, in the order of their weights: two local ones, two global ones (Sec. 6.1). */
public record Components(Rbf rbf, Polynomial polynomial, Spectral spectral, Mahalanobis mahalanobis) {

    static final ComponentFields MARGIN = new ComponentFields(
            Rbf.FORMS.margin(), Polynomial.FORMS.margin(), Spectral.FORMS.margin(), Mahalanobis.FORMS.margin());
    static final ComponentFields PAPER = new ComponentFields(
            Rbf.FORMS.paper(), Polynomial.FORMS.paper(), Spectral.FORMS.paper(), Mahalanobis.FORMS.paper());

    /**
     * The weighted sum of the four ratios.
     *
     * @param weights [4], positive, of sum 1
     * @return [pairs]
     */
    Tensor ratio(Tensor m, Tensor weights, ObjectiveState state) {
        return weighted(
                weights,
                rbf.ratio(m, state),
                polynomial.ratio(m, state),
                spectral.ratio(m, state),
                mahalanobis.ratio(m, state));
    }

    /**
     * The weighted sum of the four values at a log ratio.
     *
     * @param weights [4]
     * @return [pairs]
     */
    Tensor value(Tensor z, Tensor weights, ObjectiveState state) {
        return weighted(
                weights,
                rbf.value(z, state),
                polynomial.value(z, state),
                spectral.value(z, state),
                mahalanobis.value(z, state));
    }

    /** The weighted sum of the four values of two similarities [pairs]. */
    Tensor value(Similarities similarities, SimilaritySignal signal, Tensor weights, ObjectiveState state) {
        return weighted(
                weights,
                rbf.value(similarities, signal, state),
                polynomial.value(similarities, signal, state),
                spectral.value(similarities, signal, state),
                mahalanobis.value(similarities, signal, state));
    }

    /** Each kernel of two unit vectors by their similarity [4, pairs]. */
    Tensor likeness(Tensor similarity, SimilaritySignal signal, ObjectiveState state) {
        return Tensors.stack(
                List.of(
                        rbf.likeness(similarity, state),
                        polynomial.likeness(similarity, state),
                        spectral.likeness(similarity, state),
                        mahalanobis.likeness(similarity, signal)),
                0);
    }

    /** The four kernels on embeddings with equal weights, which nothing learns. */
    FeatureDistance onEmbeddings(SemanticSignal signal, EmbeddingFit fit) {
        var distances = List.of(
                rbf.onEmbeddings(signal, fit),
                polynomial.onEmbeddings(signal, fit),
                spectral.onEmbeddings(signal, fit),
                mahalanobis.onEmbeddings(signal, fit));
        return (u, v) -> Tensors.stack(
                        distances.stream()
                                .map(distance -> distance.squared(u, v))
                                .toList(),
                        0)
                .mean(0);
    }

    /** In the order of the weights. */
    Map<String, Kernel> byName() {
        var kernels = new LinkedHashMap<String, Kernel>();
        var inOrder = List.<Kernel>of(rbf, polynomial, spectral, mahalanobis);
        for (int i = 0; i < inOrder.size(); i++) {
            kernels.put(MixtureWeights.NAMES.get(i), inOrder.get(i));
        }
        return kernels;
    }

    List<Scale> scales() {
        return byName().values().stream()
                .flatMap(kernel -> kernel.scales().stream())
                .toList();
    }

    /** @param weights 4 of them */
    Likeness likeness(double m, double[] weights, ObjectiveState state) {
        return rbf.likeness(m, state)
                .times(weights[0])
                .plus(polynomial.likeness(m, state).times(weights[1]))
                .plus(spectral.likeness(m, state).times(weights[2]))
                .plus(mahalanobis.likeness(m, state).times(weights[3]));
    }

    private static Tensor weighted(Tensor weights, Tensor... values) {
        return Tensors.stack(List.of(values), 0).times(weights.unsqueeze(1)).sum(0);
    }
}
