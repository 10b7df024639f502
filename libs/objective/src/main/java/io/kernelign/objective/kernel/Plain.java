package io.kernelign.objective.kernel;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.embedding.EmbeddingFit;
import io.kernelign.objective.embedding.FeatureDistance;
import io.kernelign.objective.embedding.SemanticSignal;
import io.kernelign.objective.embedding.Similarities;
import io.kernelign.objective.embedding.SimilaritySignal;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** No kernel: psi(m) = m, which is DPO (Rafailov et al., 2023). */
public record Plain() implements Kernel {

    private static final Declaration<Plain> MARGIN_FORM = new Declaration<>(
            "none",
            "The margin as it is: plain DPO.",
            "D(m) = m^2",
            "arXiv 2305.18290, Eq. 7",
            Plain.class,
            ObjectType.of(List.of(), values -> new Plain(), plain -> Map.of()));

    private static final Declaration<Plain> PAPER_FORM = new Declaration<>(
            MARGIN_FORM.name(),
            "The log ratio as it is: the hybrid loss without a kernel.",
            "\\kappa(z) = z, \\quad \\kappa_e = \\log r",
            "Sec. 2",
            Plain.class,
            MARGIN_FORM.options());

    static final KernelForms<Plain> FORMS = new KernelForms<>(MARGIN_FORM, PAPER_FORM);

    @Override
    public Tensor ratio(Tensor m, ObjectiveState state) {
        return Tensors.full(1, m.dtype(), m.shape());
    }

    @Override
    public Tensor psi(Tensor m, ObjectiveState state) {
        return m;
    }

    @Override
    public OptionalDouble effectiveRange(ObjectiveState state) {
        return OptionalDouble.empty();
    }

    @Override
    public Tensor value(Tensor z, ObjectiveState state) {
        return z;
    }

    @Override
    public Tensor value(Similarities similarities, SimilaritySignal signal, ObjectiveState state) {
        return similarities.ratio().log();
    }

    /** 1 - cosine, as a distance. */
    @Override
    public FeatureDistance onEmbeddings(SemanticSignal signal, EmbeddingFit fit) {
        return (u, v) -> FeatureDistance.euclidean(u, v).times(0.5).square();
    }
}
