package io.kernelign.acceptance.platform;

import java.util.Map;

/** A job of the tiny model with all that has a state: a mixture of kernels, an optimiser, dropout. */
public final class TinyJob {

    private TinyJob() {}

    /** @param checkpointSteps how many steps lie between its checkpoints */
    public static Map<String, Object> spec(String dataset, int steps, int checkpointSteps, double learningRate) {
        return Map.of(
                "model",
                TinyModel.NAME,
                "dataset",
                dataset,
                "objective",
                Map.of("kernel", "hmk"),
                "training",
                Map.of(
                        "steps",
                        steps,
                        "batchTokens",
                        256,
                        "checkpointSteps",
                        checkpointSteps,
                        "learningRate",
                        learningRate,
                        "lora",
                        Map.of("dropout", 0.1)));
    }
}
