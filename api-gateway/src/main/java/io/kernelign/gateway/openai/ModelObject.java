package io.kernelign.gateway.openai;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A model that jobs can name.
 *
 * @param object {@code model}, always
 * @param created seconds since 1970; 0 for base models, whose age is not known
 * @param ownedBy {@code base}, or the tenant whose job made it
 */
@JsonNaming(SnakeCaseStrategy.class)
record ModelObject(String id, String object, long created, String ownedBy) implements OpenAiObject {

    static ModelObject base(String name) {
        return new ModelObject(name, "model", 0, "base");
    }
}
