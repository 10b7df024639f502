package io.kernelign.objective;

import io.kernelign.objective.declare.Alternatives;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.declare.Refusal;
import io.kernelign.objective.divergence.Divergences;
import io.kernelign.objective.implicit.Implicits;
import io.kernelign.objective.kernel.Kernels;
import io.kernelign.objective.link.Links;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that an objective can be made of, from the same declarations that check a configuration. */
public final class Catalogue {

    private Catalogue() {}

    /**
     * Plain JSON data: {@code formulations}, {@code kernels}, {@code paperKernels}, {@code links}, {@code implicits} and
     * {@code divergences}, each a list of {@code {name, sentence, formula, source, parameters}}; a formulation also tells
     * which combinations are {@code refused}.
     */
    public static Map<String, Object> asMap() {
        var catalogue = new LinkedHashMap<String, Object>();
        catalogue.put(
                "formulations",
                List.of(
                        formulation(RkhsMarginOptions.DECLARATION, RkhsMarginOptions.REFUSALS),
                        formulation(PaperFormOptions.DECLARATION, PaperFormOptions.REFUSALS)));
        catalogue.put("kernels", describe(Kernels.ALL));
        catalogue.put("paperKernels", describe(Kernels.PAPER));
        catalogue.put("links", describe(Links.ALL));
        catalogue.put("implicits", describe(Implicits.ALL));
        catalogue.put("divergences", describe(Divergences.ALL));
        return catalogue;
    }

    private static Map<String, Object> formulation(Declaration<?> declaration, List<Refusal> refusals) {
        var entry = new LinkedHashMap<>(declaration.describe());
        entry.put("refused", refusals.stream().map(Refusal::describe).toList());
        return entry;
    }

    private static List<Map<String, Object>> describe(Alternatives<?> alternatives) {
        return alternatives.declarations().stream().map(Declaration::describe).toList();
    }
}
