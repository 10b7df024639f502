package io.kernelign.gateway.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the parameters of a URL and of nothing else: the servlet's own would swallow a body that a client declares as
 * a form, as {@code curl --data-binary} does when it is not told otherwise.
 */
final class QueryString {

    private QueryString() {}

    /** @param query {@code null} when the URL has none; the last of several values counts */
    static Map<String, String> parse(String query) {
        var parameters = new LinkedHashMap<String, String>();
        if (query != null) {
            Arrays.stream(query.split("&")).filter(pair -> !pair.isEmpty()).forEach(pair -> {
                int equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                var value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.put(URLDecoder.decode(name, UTF_8), URLDecoder.decode(value, UTF_8));
            });
        }
        return parameters;
    }
}
