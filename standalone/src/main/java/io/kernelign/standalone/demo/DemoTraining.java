package io.kernelign.standalone.demo;

import java.util.Map;

/** The training settings of the demo's job: about a minute on two cores. */
final class DemoTraining {

    static final Map<String, Object> SETTINGS =
            Map.of("epochs", 3, "learningRate", 3e-4, "batchTokens", 1024, "lora", Map.of("rank", 16, "alpha", 32));

    private DemoTraining() {}
}
