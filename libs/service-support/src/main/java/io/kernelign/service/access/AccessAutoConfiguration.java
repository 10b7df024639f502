package io.kernelign.service.access;

import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Signed calls between services, and refusals as problem details. */
@AutoConfiguration
@Import(AccessAdvice.class)
class AccessAutoConfiguration {

    @Bean
    @Conditional(SecretGiven.class)
    InternalTokens internalTokens(Environment environment, Clock clock) {
        return new InternalTokens(InternalTokens.SECRET.read(environment).orElse(""), clock);
    }

    @Bean
    CallSigning callSigning(
            ObjectProvider<InternalTokens> tokens, @Value("${spring.application.name}") String service) {
        return new CallSigning(Optional.ofNullable(tokens.getIfAvailable()), service);
    }

    /** They would be a dozen spans of each request, one for each filter, and each filter wrapped in what makes them. */
    @Bean
    SecurityObservationSettings unobservedSecurity() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    Refusals refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures) {
        return new Refusals(failures);
    }
}
