package io.kernelign.gateway.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Holds the body of every request that is no upload to a limit: by the length that it tells, and where it tells none by what is
 * read. A form without a length is not read at all, since the server does so by itself, to the limit of uploads.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final BodySettings settings;
    private final HandlerExceptionResolver failures;

    BodyLimitFilter(BodySettings settings, HandlerExceptionResolver failures) {
        this.settings = settings;
        this.failures = failures;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return ApiPaths.isUpload(request.getMethod(), request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var length = request.getContentLengthLong();
        if (length > settings.maxBytes()) {
            failures.resolveException(request, response, null, new LargeBodyException(settings.maxBytes()));
        } else if (length < 0 && isForm(request)) {
            var refusal = new HttpMediaTypeNotSupportedException(
                    MediaType.MULTIPART_FORM_DATA, List.of(MediaType.APPLICATION_JSON));
            failures.resolveException(request, response, null, refusal);
        } else {
            chain.doFilter(new CountedRequest(request, settings.maxBytes()), response);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
