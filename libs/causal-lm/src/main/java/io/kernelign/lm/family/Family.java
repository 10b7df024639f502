package io.kernelign.lm.family;

import io.kernelign.input.Field;
import io.kernelign.input.Values;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A family of models: how its {@code config.json} maps onto the decoder's parts. What it does not say is as in Llama.
 *
 * @param architecture its name in the {@code architectures} list of {@code config.json}
 * @param modelType its {@code model_type}
 * @param defaults fields that its {@code config.json} may leave out; null there is not left out
 * @param fields what it adds to the common fields; one of the same name takes the common one's place
 * @param parts exchanges the parts in which it differs
 */
record Family(
        String architecture,
        String modelType,
        Map<String, Object> defaults,
        List<Field<?>> fields,
        BiConsumer<Values, Draft> parts) {}
