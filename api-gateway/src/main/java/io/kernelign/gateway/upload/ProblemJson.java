package io.kernelign.gateway.upload;

import java.util.Map;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Problem details as they are answered, to be kept. */
@Component
class ProblemJson {

    private final JsonMapper json;

    ProblemJson(JsonMapper json) {
        this.json = json;
    }

    Map<String, Object> map(ProblemDetail problem) {
        return json.convertValue(problem, new TypeReference<Map<String, Object>>() {});
    }
}
