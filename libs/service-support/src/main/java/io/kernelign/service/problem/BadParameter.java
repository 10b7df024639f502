package io.kernelign.service.problem;

import io.kernelign.input.FieldError;
import org.springframework.beans.TypeMismatchException;
import org.springframework.util.ClassUtils;

/** Says what a parameter of a request should have been. */
final class BadParameter {

    private BadParameter() {}

    static FieldError of(TypeMismatchException e) {
        return FieldError.unacceptable(e.getPropertyName(), e.getValue(), phrase(e.getRequiredType()));
    }

    private static String phrase(Class<?> required) {
        var type = required == null ? Object.class : ClassUtils.resolvePrimitiveIfNecessary(required);
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        return type == Double.class ? "a number" : "a value of type " + type.getSimpleName();
    }
}
