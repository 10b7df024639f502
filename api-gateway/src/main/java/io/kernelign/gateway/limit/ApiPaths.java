package io.kernelign.gateway.limit;

import java.util.Set;

/** Which requests are held to limits. */
final class ApiPaths {

    private static final Set<String> SENDING = Set.of("POST", "PATCH");

    private ApiPaths() {}

    static boolean isApi(String path) {
        return path.startsWith("/api/v1/") || path.startsWith("/v1/");
    }

    /** Whether the body of a request is data of the tenant's that is going to be kept. */
    static boolean isUpload(String method, String path) {
        return SENDING.contains(method)
                && (path.equals("/api/v1/datasets") || path.equals("/v1/files") || path.startsWith("/api/v1/uploads"));
    }
}
