package io.kernelign.gateway.upload;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The version of tus (https://tus.io/protocols/resumable-upload) that is spoken. Requests that only tus knows must name
 * it; looking at an upload and cancelling it need no client of tus.
 */
@Configuration
class TusProtocol implements HandlerInterceptor, WebMvcConfigurer {

    static final String VERSION = "1.0.0";
    static final String EXTENSIONS = "creation,creation-with-upload,checksum,concatenation,expiration,termination";
    static final MediaType PIECE = MediaType.parseMediaType("application/offset+octet-stream");

    private static final String HEADER = "Tus-Resumable";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/uploads", "/api/v1/uploads/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader(HEADER, VERSION);
        var spoken = request.getHeader(HEADER);
        if (spoken == null ? needsVersion(request) : !spoken.equals(VERSION)) {
            response.setHeader("Tus-Version", VERSION);
            throw new UploadRefusal(
                    HttpStatus.PRECONDITION_FAILED,
                    HEADER + " is " + (spoken == null ? "missing" : '"' + spoken + '"') + "; accepted is " + VERSION
                            + ".");
        }
        return true;
    }

    private static boolean needsVersion(HttpServletRequest request) {
        return !request.getMethod().equals(HttpMethod.OPTIONS.name())
                && !request.getMethod().equals(HttpMethod.GET.name())
                && !request.getMethod().equals(HttpMethod.DELETE.name());
    }
}
