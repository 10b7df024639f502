package io.kernelign.gateway.limit;

import java.util.Set;

/** Which requests are held to limits. */
final class ApiPaths {

    private static final Set<String> SENDING = Set.of("POST", "PATCH");
    private static final Set<String> UPLOADS = Set.of("/api/v1/datasets", "/v1/files", "/api/v1/benchmark-files");

    private ApiPaths() {}

    static boolean isApi(String path) {
        return path.startsWith("/api/v1/") || path.startsWith("/v1/");
    }

    /** Whether the body of a request is data of the tenant's that is going to be kept. */
    static boolean isUpload(String method, String path) {
        return SENDING.contains(method) && (UPLOADS.contains(path) || path.startsWith("/api/v1/uploads"));
    }
}
