package io.kernelign.gateway.description;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Describes the objects of answers as they are written: every field is there, and is null where there is nothing to say, unless it
 * is a number or flag that Java knows no null of.
 */
@Component
@Order(AnswerFields.ORDER)
class AnswerFields implements PropertyCustomizer, OpenApiCustomizer {

    /** Before objects are added that are parts of requests, whose fields may be left out. */
    static final int ORDER = 0;

    private static final String NULL = "null";

    @Override
    @SuppressWarnings("rawtypes")
    public Schema<?> customize(Schema property, AnnotatedType type) {
        if (isPrimitive(type) || isAnything(property) || isUnwrapped(type)) {
            return property;
        }
        if (property.getTypes() != null && property.getEnum() == null) {
            property.addType(NULL);
            return property;
        }
        return new JsonSchema().anyOf(List.<Schema>of(property, new JsonSchema().types(Set.of(NULL))));
    }

    private static boolean isPrimitive(AnnotatedType type) {
        return Json31.mapper().constructType(type.getType()).isPrimitive();
    }

    private static boolean isAnything(Schema<?> schema) {
        return schema.getTypes() == null && schema.get$ref() == null;
    }

    /** Whether it is no field itself: those that it has stand in its place. */
    private static boolean isUnwrapped(AnnotatedType type) {
        return type.getCtxAnnotations() != null
                && Arrays.stream(type.getCtxAnnotations()).anyMatch(JsonUnwrapped.class::isInstance);
    }

    @Override
    public void customise(OpenAPI api) {
        for (Schema<?> schema : api.getComponents().getSchemas().values()) {
            if (schema.getProperties() != null) {
                schema.setRequired(List.copyOf(schema.getProperties().keySet()));
            }
        }
    }
}
