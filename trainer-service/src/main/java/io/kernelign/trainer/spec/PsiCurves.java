package io.kernelign.trainer.spec;

import io.kernelign.contracts.PsiCurve;
import io.kernelign.input.InvalidInputException;
import io.kernelign.objective.Objective;
import io.kernelign.objective.PaperForm;
import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What kernels make of margins, for a person who chooses one. */
public final class PsiCurves {

    private static final double REACH = 8;
    private static final int POINTS = 161;

    private PsiCurves() {}

    /**
     * The curve of an objective's kernel at its start.
     *
     * @param raw the objective as a job has it
     * @throws InvalidInputException with paths below {@code objective}
     */
    public static PsiCurve of(Map<String, Object> raw) {
        var objective = read(raw);
        var margins = new double[POINTS];
        Arrays.setAll(margins, i -> -REACH + 2 * REACH * i / (POINTS - 1));
        try (var state = objective.initialState();
                var scope = Scope.recording()) {
            var m = Tensors.of(margins, POINTS).requireGradient();
            var psi = answer(objective, m, state);
            psi.sum().backward();
            return new PsiCurve(
                    list(margins), list(psi.doubles()), list(m.gradient().doubles()));
        }
    }

    private static Objective read(Map<String, Object> raw) {
        try {
            return Objective.TYPE.read(raw);
        } catch (InvalidInputException e) {
            throw e.under("objective");
        }
    }

    private static Tensor answer(Objective objective, Tensor m, ObjectiveState state) {
        return objective instanceof PaperForm
                ? objective.kernel().value(m, state)
                : objective.kernel().psi(m, state);
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
