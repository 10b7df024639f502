package io.kernelign.gateway.openai;

import io.kernelign.contracts.ModelView;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.access.Caller;
import io.kernelign.service.problem.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The base models. */
@RestController
@RequestMapping("/v1/models")
@Tag(name = "OpenAI")
class ModelController {

    private final TrainerApi trainer;

    ModelController(TrainerApi trainer) {
        this.trainer = trainer;
    }

    @GetMapping
    @Operation(summary = "The base models that a job can name.")
    OpenAiList<ModelObject> list(Caller caller) {
        return OpenAiList.of(
                trainer.models(caller.tenant()).stream()
                        .map(ModelView::name)
                        .map(ModelObject::base)
                        .toList(),
                false);
    }

    @GetMapping("/{*name}")
    @Operation(summary = "One base model.")
    ModelObject get(Caller caller, @PathVariable String name) {
        var wanted = name.substring(1);
        return list(caller).data().stream()
                .filter(model -> model.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("model", wanted));
    }
}
