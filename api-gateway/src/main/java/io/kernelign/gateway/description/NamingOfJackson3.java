package io.kernelign.gateway.description;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Tells Swagger, which reads types by Jackson 2, how Jackson 3 names their fields. */
final class NamingOfJackson3 extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public Object findNamingStrategy(AnnotatedClass type) {
        var naming = type.getRawType().getAnnotation(JsonNaming.class);
        if (naming == null) {
            return null;
        }
        if (naming.value() != SnakeCaseStrategy.class) {
            throw new IllegalStateException(type.getName() + " is named in a way that is not described");
        }
        return PropertyNamingStrategies.SNAKE_CASE;
    }
}
