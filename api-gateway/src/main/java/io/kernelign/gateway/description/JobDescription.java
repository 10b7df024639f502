package io.kernelign.gateway.description;

import io.kernelign.contracts.EvaluationApi;
import io.kernelign.contracts.GenerationApi;
import io.kernelign.contracts.SweepApi;
import io.kernelign.contracts.Tenancy;
import io.kernelign.contracts.TrainerApi;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Puts the trainer's own declarations of a job, of a sweep, of an evaluation and of a request for answers, every field with its
 * default, range and sentence, into the API's description. While the trainer is away they are described as any object, and the
 * description is put together anew each time; once they are there it is kept.
 */
@Component
@Order(AnswerFields.ORDER + 1)
class JobDescription implements OpenApiCustomizer {

    private static final Logger LOG = LoggerFactory.getLogger(JobDescription.class);
    private static final String JSON = "application/json";

    private final TrainerApi trainer;
    private final SweepApi sweeps;
    private final EvaluationApi evaluations;
    private final GenerationApi generation;
    private final SpringDocConfigProperties settings;

    JobDescription(
            TrainerApi trainer,
            SweepApi sweeps,
            EvaluationApi evaluations,
            GenerationApi generation,
            SpringDocConfigProperties settings) {
        this.trainer = trainer;
        this.sweeps = sweeps;
        this.evaluations = evaluations;
        this.generation = generation;
        this.settings = settings;
    }

    @Override
    public void customise(OpenAPI api) {
        try {
            describe(api, "/api/v1/jobs", "JobSpec", trainer.jobSchema(Tenancy.DEFAULT));
            describe(api, "/api/v1/sweeps", "SweepSpec", sweeps.schema(Tenancy.DEFAULT));
            describe(api, "/api/v1/evaluations", "EvaluationSpec", evaluations.schema(Tenancy.DEFAULT));
            describe(
                    api,
                    "/api/v1/jobs/{id}/generate",
                    "GenerationRequest",
                    generation.generationSchema(Tenancy.DEFAULT));
            settings.getCache().setDisabled(false);
        } catch (RestClientException e) {
            LOG.warn("The trainer does not say what its requests are made of: {}", e.getMessage());
        }
    }

    private static void describe(OpenAPI api, String path, String name, Map<String, Object> declaration) {
        api.getComponents().addSchemas(name, Json31.mapper().convertValue(declaration, JsonSchema.class));
        api.getPaths()
                .get(path)
                .getPost()
                .getRequestBody()
                .getContent()
                .get(JSON)
                .setSchema(new Schema<>().$ref("#/components/schemas/" + name));
    }
}
