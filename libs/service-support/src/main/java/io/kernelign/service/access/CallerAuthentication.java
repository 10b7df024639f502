package io.kernelign.service.access;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A caller that has shown who it is, for Spring Security. */
public final class CallerAuthentication extends AbstractAuthenticationToken {

    private final transient Caller caller;

    public CallerAuthentication(Caller caller) {
        super(caller.role().authorities());
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    /** None are kept. */
    @Override
    public String getCredentials() {
        return "";
    }
}
