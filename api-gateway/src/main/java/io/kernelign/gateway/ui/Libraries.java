package io.kernelign.gateway.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Files of WebJars that pages use, in whatever version is on the class path, each under a name without one. */
final class Libraries extends AbstractResourceResolver {

    private static final String WEBJARS = "META-INF/resources/webjars/";
    private static final String MVNPM = "META-INF/resources/_static/";

    private final Map<String, Resource> files;

    private Libraries(Map<String, Resource> files) {
        this.files = files;
    }

    static Libraries onClassPath() throws IOException {
        var preact = folder("org.webjars.npm", WEBJARS, "preact");
        var uplot = folder("org.webjars.npm", WEBJARS, "uplot");
        var htm = folder("org.mvnpm", MVNPM, "htm");
        var inter = folder("org.mvnpm.at.fontsource", MVNPM, "inter");
        var files = new TreeMap<String, Resource>();
        files.put("lib/preact.js", preact.createRelative("dist/preact.module.js"));
        files.put("lib/preact-hooks.js", preact.createRelative("hooks/dist/hooks.module.js"));
        files.put("lib/htm.js", htm.createRelative("dist/htm.module.js"));
        files.put("lib/uplot.js", uplot.createRelative("dist/uPlot.esm.js"));
        files.put("lib/uplot.css", uplot.createRelative("dist/uPlot.min.css"));
        for (var weight : List.of("400", "500", "600")) {
            for (var letters : List.of("latin", "latin-ext")) {
                var name = "inter-" + letters + "-" + weight + "-normal.woff2";
                files.put("lib/" + name, inter.createRelative("files/" + name));
            }
        }
        return new Libraries(files);
    }

    private static Resource folder(String group, String place, String artifact) throws IOException {
        var properties = new ClassPathResource("META-INF/maven/" + group + "/" + artifact + "/pom.properties");
        var version = PropertiesLoaderUtils.loadProperties(properties).getProperty("version");
        return new ClassPathResource(place + artifact + "/" + version + "/");
    }

    Map<String, Resource> files() {
        return files;
    }

    @Override
    protected Resource resolveResourceInternal(
            HttpServletRequest request,
            String requestPath,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        // What stands behind a version begins with a slash.
        var library = files.get(StringUtils.trimLeadingCharacter(requestPath, '/'));
        return library != null ? library : chain.resolveResource(request, requestPath, locations);
    }

    @Override
    protected String resolveUrlPathInternal(
            String resourcePath, List<? extends Resource> locations, ResourceResolverChain chain) {
        return files.containsKey(resourcePath) ? resourcePath : chain.resolveUrlPath(resourcePath, locations);
    }
}
