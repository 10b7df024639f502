package io.kernelign.gateway.dataset;

import io.kernelign.contracts.TokenReport;
import io.kernelign.contracts.TokenReportRequest;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Has the pairs of a data set measured in a model's tokens, which the trainer can. */
@Component
class TokenReportSource {

    private static final String MAX_LENGTH = "maxLength";
    private static final String MAX_PROMPT_LENGTH = "maxPromptLength";

    private final TrainerApi trainer;

    TokenReportSource(TrainerApi trainer) {
        this.trainer = trainer;
    }

    /**
     * The import's report, and with a model what it finds.
     *
     * @param model {@code null} for the import's report alone
     * @throws InvalidInputException a limit is given without a model
     */
    Map<String, Object> with(
            Map<String, Object> report,
            String tenant,
            DatasetView dataset,
            String model,
            Integer maxLength,
            Integer maxPromptLength) {
        var limits = new LinkedHashMap<String, Object>();
        limits.put(MAX_LENGTH, maxLength);
        limits.put(MAX_PROMPT_LENGTH, maxPromptLength);
        limits.values().removeIf(value -> value == null);
        if (model == null) {
            requireNone(limits);
            return report;
        }
        TokenReport tokens = trainer.tokenReport(tenant, new TokenReportRequest(dataset.ref(), model, limits));
        var whole = new LinkedHashMap<>(report);
        whole.put("tokens", tokens);
        return whole;
    }

    private static void requireNone(Map<String, Object> limits) {
        if (!limits.isEmpty()) {
            throw new InvalidInputException(limits.entrySet().stream()
                    .map(limit -> FieldError.unacceptable(limit.getKey(), limit.getValue(), "no value without model"))
                    .toList());
        }
    }
}
