package io.kernelign.objective;

import io.kernelign.objective.declare.Alternatives;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.divergence.Divergences;
import io.kernelign.objective.divergence.generator.Generators;
import io.kernelign.objective.implicit.Implicits;
import io.kernelign.objective.kernel.Kernels;
import io.kernelign.objective.kernel.LearnOn;
import io.kernelign.objective.link.Links;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that an objective can be made of, from the same declarations that check a configuration. */
public final class Catalogue {

    private Catalogue() {}

    /**
     * Plain JSON data, each family a list of {@code {name, sentence, formula, source, parameters, refused}}, see {@link
     * Declaration#describe}.
     */
    public static Map<String, Object> asMap() {
        var catalogue = new LinkedHashMap<String, Object>();
        families().forEach((family, alternatives) -> catalogue.put(family, describe(alternatives)));
        return catalogue;
    }

    /** What is chosen by name, by the names of the choices. */
    static Map<String, Alternatives<?>> families() {
        var families = new LinkedHashMap<String, Alternatives<?>>();
        families.put("formulations", Objective.TYPE);
        families.put("kernels", Kernels.ALL);
        families.put("paperKernels", Kernels.PAPER);
        families.put("links", Links.ALL);
        families.put("implicits", Implicits.ALL);
        families.put("divergences", Divergences.ALL);
        families.put("generators", Generators.ALL);
        families.put("learnOn", LearnOn.TYPE);
        return families;
    }

    private static List<Map<String, Object>> describe(Alternatives<?> alternatives) {
        return alternatives.declarations().stream().map(Declaration::describe).toList();
    }
}
