package io.kernelign.gateway.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.UncheckedIOException;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes what every operation answers when it refuses or fails. */
@Component
@Order(AnswerFields.ORDER + 1)
class RefusalResponses implements OpenApiCustomizer {

    private static final String DIALECT = "/v1/";
    private static final Set<String> CODES = Set.of("4XX", "5XX");

    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_SCHEMA = """
            {"type": "object", "required": ["title", "status", "detail"], "properties": {
              "title": {"type": "string", "description": "The status in words."},
              "status": {"type": "integer"},
              "detail": {"type": "string", "description": "What is wrong, in a sentence."},
              "instance": {"type": "string", "description": "The path that was asked for."},
              "requestId": {"type": ["string", "null"], "description": "By which the log has it."},
              "errors": {"type": "array", "description": "What is wrong with the input, field by field.", "items": {
                "type": "object", "required": ["message"], "properties": {
                  "field": {"type": ["string", "null"], "description": "Where, dotted; empty for the whole."},
                  "found": {"description": "What was there."},
                  "accepted": {"type": ["string", "null"], "description": "What would have been accepted."},
                  "message": {"type": "string", "description": "All of it in a sentence."}}}}}}
            """;

    private static final String OPENAI_ERROR = "OpenAiError";
    private static final String OPENAI_ERROR_SCHEMA = """
            {"type": "object", "required": ["error"], "properties": {"error": {
              "type": "object", "required": ["message", "type", "param", "code"], "properties": {
                "message": {"type": "string", "description": "What is wrong, in a sentence."},
                "type": {"enum": ["invalid_request_error", "rate_limit_error", "server_error"]},
                "param": {"type": ["string", "null"], "description": "The field that it is about."},
                "code": {"type": ["string", "null"], "description": "The status in words."}}}}}
            """;

    @Override
    public void customise(OpenAPI api) {
        api.getComponents()
                .addSchemas(PROBLEM, schema(PROBLEM_SCHEMA))
                .addSchemas(OPENAI_ERROR, schema(OPENAI_ERROR_SCHEMA));
        api.getPaths().forEach((path, item) -> item.readOperations()
                .forEach(operation -> CODES.forEach(code ->
                        operation.getResponses().addApiResponse(code, path.startsWith(DIALECT) ? openAi() : own()))));
    }

    private static ApiResponse own() {
        return refusal("A refusal or a failure as a problem detail (RFC 9457).", "application/problem+json", PROBLEM);
    }

    private static ApiResponse openAi() {
        return refusal("A refusal or a failure in OpenAI's shape.", "application/json", OPENAI_ERROR);
    }

    private static ApiResponse refusal(String description, String mediaType, String schema) {
        var content = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + schema));
        return new ApiResponse().description(description).content(new Content().addMediaType(mediaType, content));
    }

    private static JsonSchema schema(String json) {
        try {
            return Json31.mapper().readValue(json, JsonSchema.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
