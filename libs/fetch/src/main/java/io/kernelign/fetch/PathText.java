package io.kernelign.fetch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Names as parts of URLs. */
final class PathText {

    private PathText() {}

    /** A path whose segments may have any characters. */
    static String encoded(String path) {
        return Arrays.stream(path.split("/")).map(PathText::segment).collect(Collectors.joining("/"));
    }

    /** One segment, whose slashes are its own. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
