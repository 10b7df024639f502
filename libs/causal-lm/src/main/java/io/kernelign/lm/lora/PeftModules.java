package io.kernelign.lm.lora;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.Projection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which modules an adapter's configuration means, by PEFT's rules: a name in {@code target_modules} is a whole path or
 * the end of one, {@code layers_to_transform} narrows the ends. What a regular expression means is told by the matrices
 * that there are.
 */
record PeftModules(Set<Projection> targets, LayerSelection layers) {

    static final String TARGETS = "target_modules";
    static final String LAYERS = "layers_to_transform";
    static final List<String> FIELDS = List.of(TARGETS, LAYERS);

    private static final String EVERY_PROJECTION = "all-linear";

    private record Module(int layer, Projection projection) {

        String path() {
            return projection.module(layer);
        }
    }

    /** @throws InvalidInputException naming what the model has not, or what is not the same in every adapted layer */
    static PeftModules read(Map<String, Object> json, ModelConfig model, Predicate<String> hasTensor) {
        var raw = json.get(TARGETS);
        var layers = layers(json.get(LAYERS), model);
        var modules = new HashSet<Module>();
        for (var module : all(model)) {
            if (isMeant(module, raw, layers, hasTensor)) {
                modules.add(module);
            }
        }
        var names =
                model.projections().all().stream().map(Projection::shortName).collect(Collectors.joining(", "));
        if (raw instanceof List<?> targets) {
            requireMatches(targets, model, names);
        }
        if (modules.isEmpty()) {
            throw new InvalidInputException(FieldError.unacceptable(TARGETS, raw, "some of " + names));
        }
        return product(modules, raw, model);
    }

    private static List<Module> all(ModelConfig model) {
        return LayerSelection.ALL.of(model.layers().size()).stream()
                .flatMap(layer -> model.projections().all().stream().map(projection -> new Module(layer, projection)))
                .toList();
    }

    private static boolean isMeant(Module module, Object targets, Set<Integer> layers, Predicate<String> hasTensor) {
        if (targets instanceof List<?> names) {
            return names.contains(module.path()) || layers.contains(module.layer) && isEndIn(names, module);
        }
        return EVERY_PROJECTION.equals(targets)
                ? layers.contains(module.layer)
                : targets instanceof String && hasTensor.test(LoraTensors.a(module.layer, module.projection));
    }

    private static boolean isEndIn(List<?> names, Module module) {
        return names.stream().anyMatch(name -> module.path().endsWith("." + name));
    }

    private static void requireMatches(List<?> targets, ModelConfig model, String names) {
        for (int i = 0; i < targets.size(); i++) {
            var alone = List.of(String.valueOf(targets.get(i)));
            if (all(model).stream().noneMatch(module -> alone.contains(module.path()) || isEndIn(alone, module))) {
                throw new InvalidInputException(FieldError.unacceptable(
                        TARGETS + "[" + i + "]", targets.get(i), "one of the model's projections, " + names));
            }
        }
    }

    private static Set<Integer> layers(Object raw, ModelConfig model) {
        int count = model.layers().size();
        if (raw == null || List.of().equals(raw)) {
            return Set.copyOf(LayerSelection.ALL.of(count));
        }
        var numbers = new TreeSet<Integer>();
        for (var number : raw instanceof List<?> list ? list : List.of(raw)) {
            if (!(number instanceof Integer layer) || layer < 0 || layer >= count) {
                throw new InvalidInputException(
                        FieldError.unacceptable(LAYERS, raw, "layers of the model, 0 to " + (count - 1)));
            }
            numbers.add(layer);
        }
        return numbers;
    }

    private static PeftModules product(Set<Module> modules, Object raw, ModelConfig model) {
        var targets = modules.stream().map(Module::projection).collect(Collectors.toSet());
        var layers = modules.stream().map(Module::layer).collect(Collectors.toSet());
        if (modules.size() != targets.size() * layers.size()) {
            throw new InvalidInputException(
                    FieldError.unacceptable(TARGETS, raw, "the same projections in every adapted layer"));
        }
        return new PeftModules(
                targets, LayerSelection.exactly(layers, model.layers().size()));
    }
}
