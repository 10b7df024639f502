package io.kernelign.service.access;

import io.kernelign.contracts.Tenancy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the tenant's header say what the signed token says, whatever was sent in it. */
final class SignedTenantFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var tenant = Caller.current().map(Caller::tenant);
        chain.doFilter(tenant.isPresent() ? new OfTenant(request, tenant.get()) : request, response);
    }

    private static final class OfTenant extends HttpServletRequestWrapper {

        private final String tenant;

        OfTenant(HttpServletRequest request, String tenant) {
            super(request);
            this.tenant = tenant;
        }

        @Override
        public String getHeader(String name) {
            return Tenancy.HEADER.equalsIgnoreCase(name) ? tenant : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return Tenancy.HEADER.equalsIgnoreCase(name)
                    ? Collections.enumeration(Collections.singleton(tenant))
                    : super.getHeaders(name);
        }
    }
}
