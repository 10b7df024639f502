package io.kernelign.objective.declare;

import io.kernelign.input.ObjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one formulation, kernel, link or divergence says about itself.
 *
 * @param name its name in configuration
 * @param sentence what it does, for a person who chooses
 * @param formula its definition in TeX
 * @param source where the formula comes from: section, table or equation of arXiv 2501.03271 unless said otherwise
 * @param type the class of its values
 * @param options its parameters, each with type, range, default and sentence; they are checked for the refusals
 * @param refusals combinations of its parameters that are refused
 */
public record Declaration<T>(
        String name,
        String sentence,
        String formula,
        String source,
        Class<T> type,
        ObjectType<T> options,
        List<Refusal> refusals) {

    public Declaration {
        var refused = List.copyOf(refusals);
        options = options.checkedBy(values -> Refusal.check(refused, values));
        refusals = refused;
    }

    /** Of parameters that can all be combined. */
    public Declaration(
            String name, String sentence, String formula, String source, Class<T> type, ObjectType<T> options) {
        this(name, sentence, formula, source, type, options, List.of());
    }

    /** The value with every parameter at its default. */
    public T defaults() {
        return options.read(Map.of());
    }

    /**
     * The catalogue's entry: plain JSON data, parameters as JSON Schema, {@code refused} as a list of {@code {field, when,
     * why, accepted, example}}.
     */
    public Map<String, Object> describe() {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("name", name);
        entry.put("sentence", sentence);
        entry.put("formula", formula);
        entry.put("source", source);
        var parameters = new LinkedHashMap<String, Object>();
        options.fields().forEach(field -> parameters.put(field.name(), field.jsonSchema()));
        entry.put("parameters", parameters);
        entry.put("refused", refusals.stream().map(Refusal::describe).toList());
        return entry;
    }
}
