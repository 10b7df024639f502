package io.kernelign.gateway.job;

import io.kernelign.contracts.Tenancy;
import io.kernelign.contracts.TrainerApi;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Puts the trainer's own declaration of a job, every field with its default, range and sentence, into the API's
 * description. While the trainer is away a job is described as any object.
 */
@Component
class JobDescription implements OpenApiCustomizer {

    private static final Logger LOG = LoggerFactory.getLogger(JobDescription.class);
    private static final String NAME = "JobSpec";
    private static final String JSON = "application/json";

    private final TrainerApi trainer;

    JobDescription(TrainerApi trainer) {
        this.trainer = trainer;
    }

    @Override
    public void customise(OpenAPI api) {
        try {
            var schema = Json31.mapper().convertValue(trainer.jobSchema(Tenancy.DEFAULT), JsonSchema.class);
            api.getComponents().addSchemas(NAME, schema);
            api.getPaths()
                    .get("/api/v1/jobs")
                    .getPost()
                    .getRequestBody()
                    .getContent()
                    .get(JSON)
                    .setSchema(new Schema<>().$ref("#/components/schemas/" + NAME));
        } catch (RestClientException e) {
            LOG.warn("The trainer does not say what a job is made of: {}", e.getMessage());
        }
    }
}
