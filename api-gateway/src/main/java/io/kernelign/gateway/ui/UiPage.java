package io.kernelign.gateway.ui;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
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

    private final String html;
    private final String etag;
    private final String policy;

    UiPage(UiAssets assets) throws IOException {
        var document = UiDocument.of(assets.url());
        html = document.html();
        // A weak one, since Tomcat compresses nothing whose every byte is promised.
        etag = "W/\"" + assets.url().substring(assets.url().lastIndexOf('/') + 1) + '"';
        policy = policy(document);
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

    private static String policy(UiDocument document) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' " + String.join(" ", document.hashes("script")),
                "style-src 'self' " + String.join(" ", document.hashes("style")),
                "font-src 'self'",
                "img-src 'self' data:",
                "connect-src 'self'",
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'");
    }
}
