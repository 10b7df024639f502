package io.kernelign.trainer.adapter;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.lora.LoraSettings;
import io.kernelign.lm.lora.PeftFiles;
import io.kernelign.trainer.model.BaseModels;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.training.Method;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The start of a job from an adapter, which settles the shape of what is trained. */
@Component
public class AdapterStart {

    private static final String TRAINING = "training";
    private static final String LORA = "lora";
    private static final String FROM = "from";

    private final Adapters adapters;
    private final BaseModels models;

    AdapterStart(Adapters adapters, BaseModels models) {
        this.adapters = adapters;
        this.models = models;
    }

    /**
     * The spec with what the adapter settles; the same one where it names none, or while its model has to be fetched.
     *
     * @param raw the spec as its user wrote it
     * @throws InvalidInputException naming the adapter and what is wrong with it, or the fields that contradict it
     */
    public JobSpec settled(String tenant, JobSpec spec, Map<String, Object> raw) {
        if (!(spec.training().method() instanceof Method.LowRank method)
                || method.from().isEmpty()) {
            return spec;
        }
        find(tenant, spec, method.from().get());
        return models.find(spec.model())
                .map(base -> settled(tenant, spec, method, raw, base.config()))
                .orElse(spec);
    }

    private JobSpec settled(
            String tenant, JobSpec spec, Method.LowRank method, Map<String, Object> raw, ModelConfig model) {
        var own = settings(tenant, spec, method.from().orElseThrow(), model);
        var lowRank = under(TRAINING + "." + LORA, () -> method.startingFrom(own, given(raw), model));
        return spec.trainedBy(spec.training().by(lowRank));
    }

    /** The adapter's files; empty where the spec names none. */
    public Optional<PeftFiles> files(String tenant, JobSpec spec) {
        return spec.training().method() instanceof Method.LowRank method
                ? method.from().map(from -> find(tenant, spec, from))
                : Optional.empty();
    }

    private PeftFiles find(String tenant, JobSpec spec, String from) {
        return under(path(), () -> adapters.find(tenant, spec.model(), from));
    }

    private LoraSettings settings(String tenant, JobSpec spec, String from, ModelConfig model) {
        var files = find(tenant, spec, from);
        try {
            return files.settings(model);
        } catch (InvalidInputException e) {
            var error = FieldError.unacceptable(path(), from, "an adapter that fits the model");
            var message = path() + " is " + error.found() + ", which cannot be used: " + e.getMessage();
            throw new InvalidInputException(new FieldError(path(), error.found(), error.accepted(), message));
        }
    }

    private static String path() {
        return String.join(".", TRAINING, LORA, FROM);
    }

    private static <T> T under(String path, Supplier<T> action) {
        try {
            return action.get();
        } catch (InvalidInputException e) {
            throw e.under(path);
        }
    }

    /** Names of the fields that the user wrote into {@code training.lora}. */
    private static Set<String> given(Map<String, Object> raw) {
        return raw.get(TRAINING) instanceof Map<?, ?> training && training.get(LORA) instanceof Map<?, ?> lora
                ? lora.keySet().stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
    }
}
