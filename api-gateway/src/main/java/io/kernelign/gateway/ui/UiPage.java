package io.kernelign.gateway.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one HTML document of the web UI, at the root and at each of its routes, which its router tells apart. */
@RestController
@Hidden
class UiPage {

    private static final String DOCUMENT = "web-ui/index.html";
    private static final String ASSETS = "{{assets}}";
    private static final String MAP_BEGINS = "<script type=\"importmap\">";
    private static final String MAP_ENDS = "</script>";

    private final String html;
    private final String etag;
    private final String policy;

    UiPage(UiAssets assets) throws IOException {
        html = new ClassPathResource(DOCUMENT).getContentAsString(UTF_8).replace(ASSETS, assets.url());
        etag = '"' + assets.url().substring(assets.url().lastIndexOf('/') + 1) + '"';
        policy = policy(importMap(html));
    }

    @GetMapping(
            path = {
                "/",
                "/datasets/**",
                "/recommendations/**",
                "/jobs/**",
                "/compare/**",
                "/leaderboard/**",
                "/sweeps/**",
                "/try/**",
                "/access/**"
            },
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(etag)
                .header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .body(html);
    }

    /** The only inline script is the import map, which no URL can hold; its hash admits it and nothing else. */
    private static String policy(String importMap) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' 'sha256-" + sha256(importMap) + "'",
                "style-src 'self'",
                "font-src 'self'",
                "img-src 'self' data:",
                "connect-src 'self'",
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'");
    }

    private static String importMap(String html) {
        int begin = html.indexOf(MAP_BEGINS) + MAP_BEGINS.length();
        return html.substring(begin, html.indexOf(MAP_ENDS, begin));
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
