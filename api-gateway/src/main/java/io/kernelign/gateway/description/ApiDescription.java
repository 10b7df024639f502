package io.kernelign.gateway.description;

import com.fasterxml.jackson.databind.AnnotationIntrospector;
import io.kernelign.gateway.behind.Told;
import io.kernelign.service.access.Caller;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API says of itself at {@code /openapi}, which {@code /docs} shows. */
@Configuration
class ApiDescription {

    private static final String KEY = "key";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class).addResponseWrapperToIgnore(Told.class);
    }

    ApiDescription(ObjectMapperProvider types) {
        var reader = types.jsonMapper();
        reader.setAnnotationIntrospector(AnnotationIntrospector.pair(
                reader.getSerializationConfig().getAnnotationIntrospector(), new NamingOfJackson3()));
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Kernelign")
                        .version("v1")
                        .description("Aligns language models with human preferences. Errors are RFC 9457 problem"
                                + " details; what is wrong with an input stands in their list errors."))
                .schemaRequirement(
                        KEY,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("A key, or a token of the installation's issuer; none where nobody is"
                                        + " asked for one."))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }
}
