package io.kernelign.service.access;

import io.kernelign.service.start.RefusedStartException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The door of a service behind the gateway. With a shared secret it lets signed calls in and nothing else but the actuator's
 * requests; without one it trusts whoever reaches it, and then only this machine may.
 */
@AutoConfiguration(
        after = AccessAutoConfiguration.class,
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration"
        })
@ConditionalOnMissingBean(SecurityFilterChain.class)
class InternalDoorAutoConfiguration {

    @Bean
    SecurityFilterChain internalDoor(HttpSecurity http, Refusals refusals, ObjectProvider<InternalTokens> shared) {
        var tokens = shared.getIfAvailable();
        if (tokens == null) {
            SecurityBasics.apply(http, refusals, routes -> routes.anyRequest().permitAll());
            return http.build();
        }
        SecurityBasics.apply(http, refusals, routes -> routes.requestMatchers("/actuator/**")
                .permitAll()
                .anyRequest()
                .authenticated());
        var callers = verifying(tokens);
        http.oauth2ResourceServer(server ->
                        server.authenticationEntryPoint(refusals).authenticationManagerResolver(request -> callers))
                .addFilterAfter(new SignedTenantFilter(), BearerTokenAuthenticationFilter.class);
        return http.build();
    }

    private static AuthenticationManager verifying(InternalTokens tokens) {
        return request -> {
            try {
                var token = ((BearerTokenAuthenticationToken) request).getToken();
                return new CallerAuthentication(tokens.verify(token));
            } catch (JwtException e) {
                throw new InvalidBearerTokenException("The token is not one of the services that share our secret.", e);
            }
        };
    }

    @Bean
    SmartInitializingSingleton internalDoorGuard(Environment environment, ObjectProvider<InternalTokens> tokens) {
        return () -> {
            var address = ListeningAddress.of(environment);
            if (tokens.getIfAvailable() == null && !address.isLoopback()) {
                throw new RefusedStartException("This service would trust whoever reaches " + address
                        + "; give it the secret that the services share, by KERNELIGN_INTERNAL_SECRET or"
                        + " KERNELIGN_INTERNAL_SECRET_FILE, or set server.address to a loopback address.");
            }
        };
    }
}
