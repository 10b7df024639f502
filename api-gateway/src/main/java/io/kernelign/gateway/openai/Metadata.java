package io.kernelign.gateway.openai;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client's own words beside a job. Under {@value #FIELDS} they may hold, as the text of a JSON object, what method
 * dpo_kernels holds: clients that know OpenAI's methods only have no other place for it.
 *
 * @param tags everything else
 * @param fields of a job; empty without that key
 */
record Metadata(Map<String, String> tags, Map<String, Object> fields) {

    static final String FIELDS = "kernelign";

    static final Metadata NONE = new Metadata(Map.of(), Map.of());

    /** How metadata are read. */
    static final class Type implements ValueType<Metadata> {

        @Override
        public Metadata read(Object raw) {
            if (!(raw instanceof Map<?, ?> object)) {
                throw new InvalidInputException(FieldError.unacceptable("", raw, accepted()));
            }
            var tags = new LinkedHashMap<String, String>();
            object.forEach((key, value) -> {
                if (!(value instanceof String text)) {
                    throw new InvalidInputException(FieldError.unacceptable(String.valueOf(key), value, "a text"));
                }
                tags.put(String.valueOf(key), text);
            });
            var fields = tags.remove(FIELDS);
            return new Metadata(tags, fields == null ? Map.of() : fields(fields));
        }

        private static Map<String, Object> fields(String text) {
            try {
                return new JobFields().read(JsonMapper.shared().readValue(text, Object.class));
            } catch (JacksonException e) {
                throw new InvalidInputException(FieldError.unacceptable(FIELDS, text, "the text of a JSON object"));
            } catch (InvalidInputException e) {
                throw e.under(FIELDS);
            }
        }

        @Override
        public String accepted() {
            return "an object of texts";
        }

        @Override
        public Map<String, Object> jsonSchema() {
            return Map.of("type", "object", "additionalProperties", Map.of("type", "string"));
        }
    }
}
