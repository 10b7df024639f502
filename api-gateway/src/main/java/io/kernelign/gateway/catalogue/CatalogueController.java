package io.kernelign.gateway.catalogue;

import io.kernelign.contracts.ModelView;
import io.kernelign.contracts.PsiCurve;
import io.kernelign.contracts.SweepApi;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a job may name. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Catalogue")
class CatalogueController {

    private final TrainerApi trainer;
    private final SweepApi sweeps;

    CatalogueController(TrainerApi trainer, SweepApi sweeps) {
        this.trainer = trainer;
        this.sweeps = sweeps;
    }

    @GetMapping("/models")
    @Operation(summary = "The base models that can be trained.")
    List<ModelView> models(Caller caller) {
        return trainer.models(caller.tenant());
    }

    @GetMapping("/schemas/job")
    @Operation(summary = "What a job is made of, as a JSON Schema: every field with its default, range and sentence.")
    Map<String, Object> jobSchema(Caller caller) {
        return trainer.jobSchema(caller.tenant());
    }

    @GetMapping("/schemas/sweep")
    @Operation(summary = "What a sweep is made of, as a JSON Schema.")
    Map<String, Object> sweepSchema(Caller caller) {
        return sweeps.schema(caller.tenant());
    }

    @PostMapping("/objectives/psi")
    @Operation(
            summary = "What the kernel of an objective makes of margins, and its slope.",
            description = "The body is an objective as a job has it: {kernel: {name: rbf, margin: {sigma: 2}}}.")
    PsiCurve psi(Caller caller, @RequestBody Map<String, Object> objective) {
        return trainer.psi(caller.tenant(), objective);
    }

    @GetMapping("/objectives")
    @Operation(summary = "The kernels, links and divergences, with their parameters.")
    Map<String, Object> objectives(Caller caller) {
        return trainer.objectives(caller.tenant());
    }
}
