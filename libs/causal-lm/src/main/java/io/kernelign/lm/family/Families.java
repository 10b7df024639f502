package io.kernelign.lm.family;

import io.kernelign.input.Field;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.json.JsonFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The families of models that can be loaded; reads their {@code config.json}. */
public final class Families {

    private static final List<Family> ALL = List.of(
            Gemma2.FAMILY,
            Gemma3.FAMILY,
            Llama.FAMILY,
            Mistral.FAMILY,
            Olmo2.FAMILY,
            Phi3.FAMILY,
            Qwen2.FAMILY,
            Qwen3.FAMILY,
            SmolLm3.FAMILY);

    private Families() {}

    /**
     * @throws InvalidInputException naming the file, each wrong field, what stands there and what is accepted
     */
    public static ModelConfig read(Path file) {
        var json = JsonFile.read(file);
        return JsonFile.naming(file.getFileName().toString(), () -> of(json));
    }

    /** Reads the content of a {@code config.json}; fields that do not touch the decoder are ignored. */
    public static ModelConfig of(Map<String, Object> json) {
        var family = familyOf(json.get("architectures"));
        var fields = fields(family);
        var names = fields.stream().map(Field::name).collect(Collectors.toSet());
        var known = new LinkedHashMap<>(family.defaults());
        known.putAll(json);
        known.keySet().retainAll(names);
        return ConfigType.of(fields, values -> {
                    var draft = new Draft(family.architecture(), values);
                    family.parts().accept(values, draft);
                    return draft.build();
                })
                .read(known);
    }

    private static List<Field<?>> fields(Family family) {
        var own = family.fields().stream().map(Field::name).toList();
        var common = CommonFields.of(family.modelType()).stream().filter(field -> !own.contains(field.name()));
        return Stream.concat(common, family.fields().stream()).toList();
    }

    private static Family familyOf(Object architectures) {
        var accepted =
                ALL.stream().map(Family::architecture).collect(Collectors.joining(", ", "a list of one of ", ""));
        if (architectures == null) {
            throw new InvalidInputException(FieldError.missing("architectures", accepted));
        }
        return ALL.stream()
                .filter(family -> List.of(family.architecture()).equals(architectures))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInputException(FieldError.unacceptable("architectures", architectures, accepted)));
    }
}
