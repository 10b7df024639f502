package io.kernelign.acceptance.access;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * A route of a running service.
 *
 * @param name method, path and everything else that leads a request to its handler, as Spring writes it
 */
record Route(String name, String method, String path) {

    /** All routes that a servlet leads to handlers, whatever kind they are. */
    static List<Route> of(DispatcherServlet servlet) {
        return servlet.getHandlerMappings().stream()
                .flatMap(Route::of)
                .distinct()
                .toList();
    }

    private static Stream<Route> of(HandlerMapping mapping) {
        if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
            return methods.getHandlerMethods().keySet().stream().flatMap(Route::of);
        }
        if (mapping instanceof AbstractUrlHandlerMapping urls) {
            var root = urls.getRootHandler() == null ? Stream.<String>empty() : Stream.of("/");
            return Stream.concat(root, urls.getHandlerMap().keySet().stream()).map(Route::page);
        }
        if (mapping instanceof RouterFunctionMapping functions && functions.getRouterFunction() == null) {
            return Stream.empty();
        }
        throw new AssertionError("routes of another kind: " + mapping);
    }

    /** Of whichever version a library's pages are. */
    private static Route page(String path) {
        return new Route("{" + path.replaceAll("\\d+(\\.\\d+)+", "VERSION") + "}", "GET", path);
    }

    private static Stream<Route> of(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        var method = methods.isEmpty() ? "GET" : methods.iterator().next().name();
        var paths = String.valueOf(info.getPathPatternsCondition());
        return info.getPatternValues().stream()
                .map(path -> new Route(info.toString().replace(paths, "[" + path + "]"), method, path));
    }
}
