package io.kernelign.objective;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.declare.Refusal;
import io.kernelign.objective.embedding.SemanticSignal;
import io.kernelign.objective.implicit.Implicit;
import io.kernelign.objective.implicit.Implicits;
import io.kernelign.objective.implicit.ReverseKl;
import io.kernelign.objective.kernel.Kernel;
import io.kernelign.objective.kernel.Kernels;
import io.kernelign.objective.kernel.Plain;
import io.kernelign.objective.link.Link;
import io.kernelign.objective.link.Links;
import io.kernelign.objective.link.RewardLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The declaration of {@link RkhsMargin}: its fields and the combinations of them that are refused. */
final class RkhsMarginOptions {

    private static final Field<Double> BETA = Field.defaulted(
            "beta",
            Types.numberAbove(0, 100),
            0.1,
            "Temperature of the preference margin: how far it may leave the reference.");
    private static final Field<Implicit> IMPLICIT = Field.defaulted(
            "implicit",
            Implicits.ALL,
            Implicits.ALL.read("reverse_kl"),
            "Divergence that the implicit reward assumes (f-DPO); reverse_kl is DPO.");
    private static final Field<Link> LINK =
            Field.defaulted("link", Links.ALL, Links.ALL.read("sigmoid"), "What a margin costs.");
    private static final Field<Kernel> KERNEL = Field.defaulted(
            "kernel", Kernels.ALL, Kernels.ALL.read("none"), "How the margin is measured; none is DPO.");
    private static final Field<SemanticSignal> EMBEDDING = Field.optional(
            "embedding", SemanticSignal.TYPE, "Shifts the margin by what embeddings say of the pair; absent for none.");
    private static final Field<Double> SFT = Field.defaulted(
            "sft",
            Types.number(0, 1000),
            0.0,
            "Weight of the chosen response's negative log-likelihood a token; 0 for none.");
    private static final RegulariserFields REGULARISER = RegulariserFields.withAlpha(0.1);

    private static final String SEPARATE = "link scores the two responses separately";

    private static final List<Refusal> REFUSALS = Stream.of(
                    REGULARISER.refusals(),
                    SemanticSignal.refusals(EMBEDDING, KERNEL),
                    List.of(
                            new Refusal(
                                    KERNEL,
                                    "none",
                                    SEPARATE,
                                    "there is no margin that a kernel could measure",
                                    Map.of("link", "nca_pair", "kernel", "rbf"),
                                    values -> scoresSeparately(values) && !(values.get(KERNEL) instanceof Plain)),
                            new Refusal(
                                    IMPLICIT,
                                    "reverse_kl",
                                    SEPARATE,
                                    "it is defined with log ratios",
                                    Map.of("link", "aot", "implicit", "js"),
                                    values -> scoresSeparately(values) && !(values.get(IMPLICIT) instanceof ReverseKl)),
                            new Refusal(
                                    EMBEDDING,
                                    "nothing",
                                    SEPARATE,
                                    "there is no margin that a semantic signal could shift",
                                    Map.of("link", "apo_zero", "embedding", Map.of("source", "policy")),
                                    values -> scoresSeparately(values) && values.given(EMBEDDING))))
            .flatMap(List::stream)
            .toList();

    static final Declaration<RkhsMargin> DECLARATION = new Declaration<>(
            "rkhs_margin",
            "A kernel enters as the signed distance of the margin from indifference; with any kernel a small step is a DPO"
                    + " step.",
            "E\\left[\\mathrm{link}\\left(\\psi(m) - \\gamma q\\right)\\right] + \\alpha D(\\pi \\| \\pi_{ref})"
                    + " - \\eta H(w), \\quad \\psi(m) = \\mathrm{sign}(m) \\sqrt{D(m)}, \\quad m = \\beta h",
            "the feature-space distance of Sec. 3's kernels; see docs/objective.md",
            RkhsMargin.class,
            ObjectType.of(
                    Stream.concat(Stream.of(BETA, IMPLICIT, LINK, KERNEL, EMBEDDING, SFT), REGULARISER.all().stream())
                            .toList(),
                    RkhsMarginOptions::build,
                    RkhsMarginOptions::write),
            REFUSALS);

    private RkhsMarginOptions() {}

    private static boolean scoresSeparately(Values values) {
        return values.get(LINK) instanceof RewardLink;
    }

    private static RkhsMargin build(Values values) {
        return new RkhsMargin(
                values.get(BETA),
                values.get(IMPLICIT),
                values.get(LINK),
                values.get(KERNEL),
                values.find(EMBEDDING),
                values.get(SFT),
                REGULARISER.read(values));
    }

    private static Map<String, Object> write(RkhsMargin objective) {
        var object = new LinkedHashMap<String, Object>();
        object.put(BETA.name(), objective.beta());
        object.put(IMPLICIT.name(), Implicits.ALL.write(objective.implicit()));
        object.put(LINK.name(), Links.ALL.write(objective.link()));
        object.put(KERNEL.name(), Kernels.ALL.write(objective.kernel()));
        objective.embedding().ifPresent(signal -> object.put(EMBEDDING.name(), signal.write(objective.kernel())));
        object.put(SFT.name(), objective.sft());
        REGULARISER.write(objective.regulariser(), object);
        return object;
    }
}
