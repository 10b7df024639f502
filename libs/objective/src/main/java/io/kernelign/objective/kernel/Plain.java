package io.kernelign.objective.kernel;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.List;
import java.util.Map;

/** No kernel: psi(m) = m, which is DPO (Rafailov et al., 2023). */
public record Plain() implements Kernel {

    static final Declaration<Plain> DECLARATION = new Declaration<>(
            "none",
            "The margin as it is: plain DPO.",
            "D(m) = m^2",
            "arXiv 2305.18290, Eq. 7",
            Plain.class,
            ObjectType.of(List.of(), values -> new Plain(), plain -> Map.of()));

    @Override
    public Tensor ratio(Tensor m, ObjectiveState state) {
        return Tensors.full(1, m.dtype(), m.shape());
    }

    @Override
    public Tensor psi(Tensor m, ObjectiveState state) {
        return m;
    }
}
