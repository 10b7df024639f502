package io.kernelign.gateway;

import io.kernelign.service.access.Caller;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What a browser sees: {@code /} leads to {@code /docs}, which shows the description at {@code /openapi}. */
@Configuration
class FrontPage implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        views.addRedirectViewController("/", "/docs");
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
