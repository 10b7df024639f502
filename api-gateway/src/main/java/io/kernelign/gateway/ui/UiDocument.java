package io.kernelign.gateway.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * The document of the web UI with what it cannot be drawn without inside: its styles and the reader's theme, which a slow network
 * would fetch one by one before the first paint.
 */
record UiDocument(String html) {

    private static final String FOLDER = "web-ui/";
    private static final String ASSETS = "{{assets}}";
    private static final Pattern INCLUDED = Pattern.compile("\\{\\{([\\w/-]+\\.\\w+)}}");

    /** The template with {@code {{path}}} replaced by the text of that file, and {@code {{assets}}} by the URL of all files. */
    static UiDocument of(String assets) throws IOException {
        var template = text("index.html");
        var whole = INCLUDED.matcher(template).replaceAll(found -> Matcher.quoteReplacement(included(found.group(1))));
        return new UiDocument(whole.replace(ASSETS, assets));
    }

    /** What a Content-Security-Policy calls the texts of the inline elements of a tag, which no URL could name. */
    List<String> hashes(String tag) {
        return Pattern.compile("<" + tag + "(?: type=\"importmap\")?>(.*?)</" + tag + ">", Pattern.DOTALL)
                .matcher(html)
                .results()
                .map(found -> "'sha256-" + sha256(found.group(1)) + "'")
                .toList();
    }

    private static String included(String path) {
        try {
            return text(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String path) throws IOException {
        return new ClassPathResource(FOLDER + path).getContentAsString(UTF_8);
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
