package io.kernelign.objective;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.declare.Refusal;
import io.kernelign.objective.embedding.SimilaritySignal;
import io.kernelign.objective.kernel.Kernel;
import io.kernelign.objective.kernel.Kernels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The declaration of {@link PaperForm}: its fields and the combinations of them that are refused. */
final class PaperFormOptions {

    private static final Field<Double> BETA =
            Field.defaulted("beta", Types.numberAbove(0, 100), 0.1, "Second factor of the divergence's weight.");
    private static final Field<Kernel> KERNEL =
            Field.defaulted("kernel", Kernels.PAPER, Kernels.PAPER.read("none"), "What the log ratio goes through.");
    private static final Field<Direction> DIRECTION = Field.defaulted(
            "direction",
            Types.constant(Direction.class),
            Direction.MAXIMIZE,
            "maximize is the paper's; with rbf and spectral it teaches the policy to be indifferent.");
    private static final Field<LogRatio> LOG_RATIO = Field.defaulted(
            "logRatio",
            Types.constant(LogRatio.class),
            LogRatio.MEAN,
            "How the log ratio adds up a response's tokens; with sum every exponential vanishes for long responses.");
    private static final Field<SimilaritySignal> EMBEDDING = Field.optional(
            "embedding", SimilaritySignal.TYPE, "The term of the embeddings' similarities; absent for none.");
    private static final RegulariserFields REGULARISER = RegulariserFields.withAlpha(0.5);

    private static final List<Refusal> REFUSALS = Stream.of(
                    List.of(Refusal.ofNoEffect(BETA, "divergence is none", Map.of("beta", 0.1), REGULARISER::isNone)),
                    REGULARISER.refusals(),
                    SimilaritySignal.refusals(EMBEDDING, KERNEL))
            .flatMap(List::stream)
            .toList();

    static final Declaration<PaperForm> DECLARATION = new Declaration<>(
            "paper",
            "The paper's own form, for reproduction and study: with most kernels it does not align.",
            "-\\left(\\kappa(z) + \\gamma \\kappa_e(s_+, s_-)\\right) + \\alpha \\beta D(\\pi \\| \\pi_{ref}) - \\eta H(w)",
            "Table 1, App. E",
            PaperForm.class,
            ObjectType.of(
                    Stream.concat(Stream.of(BETA, KERNEL, DIRECTION, LOG_RATIO, EMBEDDING), REGULARISER.all().stream())
                            .toList(),
                    PaperFormOptions::build,
                    PaperFormOptions::write),
            REFUSALS);

    private PaperFormOptions() {}

    private static PaperForm build(Values values) {
        return new PaperForm(
                values.get(BETA),
                values.get(KERNEL),
                values.get(DIRECTION),
                values.get(LOG_RATIO),
                values.find(EMBEDDING),
                REGULARISER.read(values));
    }

    private static Map<String, Object> write(PaperForm objective) {
        var object = new LinkedHashMap<String, Object>();
        if (objective.regulariser().present()) {
            object.put(BETA.name(), objective.beta());
        }
        object.put(KERNEL.name(), Kernels.PAPER.write(objective.kernel()));
        object.put(DIRECTION.name(), DIRECTION.type().write(objective.direction()));
        object.put(LOG_RATIO.name(), LOG_RATIO.type().write(objective.logRatio()));
        objective.embedding().ifPresent(signal -> object.put(EMBEDDING.name(), signal.write(objective.kernel())));
        REGULARISER.write(objective.regulariser(), object);
        return object;
    }
}
