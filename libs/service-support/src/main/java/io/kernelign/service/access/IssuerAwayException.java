package io.kernelign.service.access;

import org.springframework.security.core.AuthenticationException;

/** The issuer of tokens does not answer, so nobody can tell whether a token is one of its own: HTTP 503. */
public final class IssuerAwayException extends AuthenticationException {

    public IssuerAwayException(String issuer, Throwable cause) {
        super("The issuer of tokens, " + issuer + ", does not answer; try again soon.", cause);
    }
}
