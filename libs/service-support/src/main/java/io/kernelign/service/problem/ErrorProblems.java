package io.kernelign.service.problem;

import io.kernelign.service.http.RequestId;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Turns what the server itself refuses, before or beside any controller, into a problem detail. */
@RestController
class ErrorProblems implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request, HttpServletResponse response) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer value ? HttpStatusCode.valueOf(value) : HttpStatus.NOT_FOUND;
        var problem = Problems.of(status, sentence(status, request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)));
        problem.setInstance(asked(request));
        problem.setProperty("requestId", response.getHeader(RequestId.HEADER));
        return ResponseEntity.status(status).body(problem);
    }

    /** What was asked for, which is not the path of this page; {@code null} where that was no path. */
    private static URI asked(HttpServletRequest request) {
        try {
            return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                    ? new URI(path)
                    : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String sentence(HttpStatusCode status, Object failure) {
        if (status.isSameCodeAs(HttpStatus.REQUEST_TIMEOUT)) {
            return "The rest of the body did not come in time.";
        }
        if (failure instanceof IOException) {
            return "The body broke off or is not well-formed.";
        }
        var known = HttpStatus.resolve(status.value());
        return "The request is refused: " + (known == null ? status : known.getReasonPhrase()) + ".";
    }
}
