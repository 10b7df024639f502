package io.kernelign.service.http;

import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/** The id under which one request is found in every log: taken from the caller when it is sane, else made. */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    /** Its name in the log's diagnostic context. */
    static final String MDC_KEY = "requestId";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private RequestId() {}

    /** The id of the request that this thread serves; {@code null} outside of one. */
    public static String current() {
        return MDC.get(MDC_KEY);
    }

    static String accept(String offered) {
        return offered != null && SANE.matcher(offered).matches()
                ? offered
                : UUID.randomUUID().toString();
    }
}
