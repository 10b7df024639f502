package io.kernelign.gateway.access;

import io.kernelign.service.access.Caller;
import io.kernelign.service.access.Refusals;
import io.kernelign.service.access.Role;
import io.kernelign.service.access.SecurityBasics;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;

/** Who may do what at the public door. Pages and the API's description are for everybody. */
@Configuration(proxyBeanMethods = false)
class GatewaySecurity {

    private static final String[] API = {"/api/**", "/v1/**"};
    private static final String[] FOR_ADMINS = {"/api/v1/keys/**", "/api/v1/tenants/**", "/api/v1/audit/**"};

    /** Questions that are too long for a query: they change nothing. */
    private static final String[] ASKED_BY_POST = {"/api/v1/objectives/psi"};

    @Bean
    SecurityFilterChain publicDoor(
            HttpSecurity http,
            Refusals refusals,
            AccessMode access,
            Identification identification,
            ObjectProvider<DoorFilter> inside) {
        SecurityBasics.apply(http, refusals, GatewaySecurity::routes);
        inside.orderedStream()
                .forEach(filter -> http.addFilterBefore(filter.filter(), ExceptionTranslationFilter.class));
        if (access.asked()) {
            http.oauth2ResourceServer(server ->
                    server.authenticationEntryPoint(refusals).authenticationManagerResolver(request -> identification));
        } else {
            http.anonymous(anybody -> anybody.principal(Caller.ANYONE)
                    .authorities(Caller.ANYONE.role().authorities()));
        }
        return http.build();
    }

    private static void routes(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry routes) {
        routes.requestMatchers(FOR_ADMINS).hasRole(Role.ADMIN.name());
        for (var looking : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS}) {
            routes.requestMatchers(looking, API).hasRole(Role.READER.name());
        }
        routes.requestMatchers(HttpMethod.POST, ASKED_BY_POST).hasRole(Role.READER.name());
        routes.requestMatchers(API).hasRole(Role.WRITER.name());
        routes.requestMatchers("/actuator/health/**").permitAll();
        routes.requestMatchers("/actuator/**").hasRole(Role.READER.name());
        routes.requestMatchers(HttpMethod.GET, "/**").permitAll();
        routes.requestMatchers(HttpMethod.HEAD, "/**").permitAll();
        routes.anyRequest().hasRole(Role.ADMIN.name());
    }
}
