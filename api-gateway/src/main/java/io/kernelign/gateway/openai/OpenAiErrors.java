package io.kernelign.gateway.openai;

import jakarta.servlet.RequestDispatcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;

/**
 * Problem details below {@code /v1/} in the shape of OpenAI's errors, which its clients turn into their exceptions.
 */
@RestControllerAdvice
class OpenAiErrors implements ResponseBodyAdvice<Object> {

    private static final String DIALECT = "/v1/";

    private final JsonMapper json;

    OpenAiErrors(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(MethodParameter type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object beforeBodyWrite(
            Object body,
            MethodParameter type,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!asked(request).startsWith(DIALECT)) {
            return body;
        }
        if (body instanceof ProblemDetail problem) {
            response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
            return error(problem.getStatus(), problem.getDetail(), fields(problem.getProperties()));
        }
        return body;
    }

    /** The path that was asked for, also where the server has refused it before any controller. */
    private static String asked(ServerHttpRequest request) {
        return request instanceof ServletServerHttpRequest servlet
                        && servlet.getServletRequest().getAttribute(RequestDispatcher.ERROR_REQUEST_URI)
                                instanceof String refused
                ? refused
                : request.getURI().getPath();
    }

    private Object fields(Map<String, Object> properties) {
        return properties == null ? null : properties.get("errors");
    }

    private Map<String, Object> error(int status, String message, Object errors) {
        var error = new LinkedHashMap<String, Object>();
        error.put("message", message);
        error.put("type", type(status));
        error.put("param", param(json.convertValue(errors, Object.class)));
        error.put("code", code(status));
        return Map.of("error", error);
    }

    private static String type(int status) {
        if (status == HttpStatus.TOO_MANY_REQUESTS.value()) {
            return "rate_limit_error";
        }
        return status < HttpStatus.INTERNAL_SERVER_ERROR.value() ? "invalid_request_error" : "server_error";
    }

    private static String code(int status) {
        var known = HttpStatus.resolve(status);
        return known == null ? null : known.name().toLowerCase(Locale.ROOT);
    }

    private static Object param(Object errors) {
        return errors instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?> first
                ? first.get("field")
                : null;
    }
}
