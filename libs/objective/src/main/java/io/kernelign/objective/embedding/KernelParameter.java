package io.kernelign.objective.embedding;

import io.kernelign.input.Field;
import io.kernelign.objective.declare.Refusal;
import io.kernelign.objective.kernel.Kernel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A parameter of a semantic signal that only some kernels read; beside another kernel it is refused.
 *
 * @param example a value that is accepted beside a kernel that reads it
 * @param otherwise says of a kernel that it is none of them
 */
record KernelParameter(Field<?> field, Object example, String otherwise, Predicate<Kernel> isRead) {

    /** The refusals in an object that has a signal and a kernel. */
    static List<Refusal> refusals(List<KernelParameter> parameters, Field<?> signal, Field<Kernel> kernel) {
        return parameters.stream()
                .map(parameter -> Refusal.ofNoEffect(
                        List.of(signal, parameter.field),
                        parameter.otherwise,
                        Map.of(signal.name(), Map.of("source", "policy", parameter.field.name(), parameter.example)),
                        values -> !parameter.isRead.test(values.get(kernel))))
                .toList();
    }

    /** A signal as it is written beside a kernel: without what the kernel does not read. */
    static Map<String, Object> readBy(Kernel kernel, List<KernelParameter> parameters, Map<String, Object> signal) {
        var read = new LinkedHashMap<>(signal);
        parameters.stream()
                .filter(parameter -> !parameter.isRead.test(kernel))
                .forEach(parameter -> read.remove(parameter.field.name()));
        return read;
    }
}
