package io.kernelign.gateway.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Modules, styles and libraries at {@code /assets/VERSION/...}. The version is a hash of all of them: what is at a URL never
 * changes, so that browsers may keep it for ever, and modules import each other by relative paths.
 */
@Configuration
class UiAssets implements WebMvcConfigurer {

    private static final String FILES = "classpath:web-ui/";
    private static final String URL = "/assets/";
    private static final Duration FOR_EVER = Duration.ofDays(365);
    private static final int DIGITS = 12;

    private final Libraries libraries;
    private final String version;

    UiAssets() throws IOException {
        libraries = Libraries.onClassPath();
        version = version(libraries.files());
    }

    /** URL of the folder of all files, without a slash at the end. */
    String url() {
        return URL + version;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(URL + "**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addFixedVersionStrategy(version, "/**"))
                .addResolver(libraries);
    }

    private static String version(Map<String, Resource> libraries) throws IOException {
        var all = new TreeMap<>(libraries);
        for (var file : new PathMatchingResourcePatternResolver().getResources(FILES + "**/*.*")) {
            all.put(file.getURL().toString().replaceFirst(".*/web-ui/", ""), file);
        }
        var digest = sha256();
        for (var file : all.entrySet()) {
            digest.update(file.getKey().getBytes(UTF_8));
            digest.update(file.getValue().getContentAsByteArray());
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
