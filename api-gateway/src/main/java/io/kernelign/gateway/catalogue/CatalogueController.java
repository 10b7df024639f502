package io.kernelign.gateway.catalogue;

import io.kernelign.contracts.ModelView;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a job may name. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Catalogue")
class CatalogueController {

    private final TrainerApi trainer;

    CatalogueController(TrainerApi trainer) {
        this.trainer = trainer;
    }

    @GetMapping("/models")
    @Operation(summary = "The base models that can be trained.")
    List<ModelView> models(Caller caller) {
        return trainer.models(caller.tenant());
    }

    @GetMapping("/objectives")
    @Operation(summary = "The kernels, links and divergences, with their parameters.")
    Map<String, Object> objectives(Caller caller) {
        return trainer.objectives(caller.tenant());
    }
}
