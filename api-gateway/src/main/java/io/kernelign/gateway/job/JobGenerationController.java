package io.kernelign.gateway.job;

import io.kernelign.contracts.GenerationApi;
import io.kernelign.contracts.GenerationView;
import io.kernelign.service.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Trying out what a job has trained. */
@RestController
@RequestMapping("/api/v1/jobs/{id}/generate")
@Tag(name = "Jobs")
class JobGenerationController {

    private final GenerationApi generation;

    JobGenerationController(GenerationApi generation) {
        this.generation = generation;
    }

    @PostMapping
    @Operation(
            summary = "Answers of the tuned model next to those of its base.",
            description =
                    "By the final adapter, else by the newest checkpoint; 409 where there is neither, or no memory"
                            + " for both models beside what runs.")
    GenerationView generate(Caller caller, @PathVariable String id, @RequestBody Map<String, Object> request) {
        return generation.generate(caller.tenant(), id, request);
    }
}
