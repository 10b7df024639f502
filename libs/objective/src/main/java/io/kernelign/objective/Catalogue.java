package io.kernelign.objective;

import io.kernelign.objective.declare.Alternatives;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.divergence.Divergences;
import io.kernelign.objective.kernel.Kernels;
import io.kernelign.objective.link.Links;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that an objective can be made of, from the same declarations that check a configuration. */
public final class Catalogue {

    private Catalogue() {}

    /**
     * Plain JSON data: {@code parameters} of the objective itself as JSON Schema by name; {@code kernels}, {@code links},
     * {@code divergences}, each a list of {@code {name, sentence, formula, source, parameters}}.
     */
    public static Map<String, Object> asMap() {
        var parameters = new LinkedHashMap<String, Object>();
        List.of(ObjectiveOptions.FORMULATION, ObjectiveOptions.BETA, ObjectiveOptions.ALPHA)
                .forEach(field -> parameters.put(field.name(), field.jsonSchema()));
        var catalogue = new LinkedHashMap<String, Object>();
        catalogue.put("parameters", parameters);
        catalogue.put("kernels", describe(Kernels.ALL));
        catalogue.put("links", describe(Links.ALL));
        catalogue.put("divergences", describe(Divergences.ALL));
        return catalogue;
    }

    private static List<Map<String, Object>> describe(Alternatives<?> alternatives) {
        return alternatives.declarations().stream().map(Declaration::describe).toList();
    }
}
