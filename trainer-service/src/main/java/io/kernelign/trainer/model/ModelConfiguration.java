package io.kernelign.trainer.model;

import io.kernelign.fetch.HubSettings;
import io.kernelign.hub.ModelHub;
import io.kernelign.lm.Models;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

    @Bean
    Models models(@Value("${kernelign.models.dir}") Path folder) {
        return new Models(folder);
    }

    @Bean
    @ConditionalOnBooleanProperty("kernelign.hub.enabled")
    ModelHub modelHub(
            @Value("${kernelign.hub.endpoint}") URI endpoint,
            @Value("${kernelign.hub.token}") String token,
            @Value("${kernelign.hub.dir}") Path cache) {
        return new ModelHub(HubSettings.of(endpoint, token), cache);
    }

    @Bean
    BaseModels baseModels(Models local, Optional<ModelHub> hub) {
        return new BaseModels(local, hub);
    }
}
