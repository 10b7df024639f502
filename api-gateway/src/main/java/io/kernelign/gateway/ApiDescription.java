package io.kernelign.gateway;

import io.kernelign.service.access.Caller;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API says of itself at {@code /openapi}, which {@code /docs} shows. */
@Configuration
class ApiDescription {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Kernelign")
                        .version("v1")
                        .description("Aligns language models with human preferences. Errors are RFC 9457 problem"
                                + " details; what is wrong with an input stands in their list errors."));
    }
}
