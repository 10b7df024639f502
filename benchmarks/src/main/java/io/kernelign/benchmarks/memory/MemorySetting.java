package io.kernelign.benchmarks.memory;

import io.kernelign.objective.Objective;
import io.kernelign.training.TrainingSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is trained, and on pairs of which length.
 *
 * @param name by which it can be told from the others
 * @param tokens of each pair, prompt and both responses
 * @param training a job's {@code training}, but for the tokens of a batch
 * @param objective a job's {@code objective}
 */
record MemorySetting(String name, int tokens, Map<String, Object> training, Map<String, Object> objective) {

    private static final int BATCH_TOKENS = 1024;
    private static final int SHORT = 128;
    private static final int MIDDLE = 512;
    private static final int LONG = 3072;

    private static final Map<String, Object> NONE = Map.of();
    private static final Map<String, Object> KL = Map.of("divergence", "kl");
    private static final Map<String, Object> TOP = Map.of("layers", Map.of("top", 6));

    static final List<MemorySetting> ALL = List.of(
            lowRank("float32", MIDDLE, "float32", "off", NONE, NONE),
            lowRank("float32.short", SHORT, "float32", "off", NONE, NONE),
            lowRank("float32.checkpointing", MIDDLE, "float32", "on", NONE, NONE),
            lowRank("float32.checkpointing.long", LONG, "float32", "on", NONE, NONE),
            lowRank("float32.top6", MIDDLE, "float32", "off", TOP, NONE),
            lowRank("float32.kl", MIDDLE, "float32", "off", NONE, KL),
            lowRank("bf16", MIDDLE, "bfloat16", "off", NONE, NONE),
            lowRank("bf16.short", SHORT, "bfloat16", "off", NONE, NONE),
            lowRank("bf16.checkpointing", MIDDLE, "bfloat16", "on", NONE, NONE),
            lowRank("bf16.top6.kl", MIDDLE, "bfloat16", "off", TOP, KL),
            full("full", MIDDLE, "off"),
            full("full.checkpointing", MIDDLE, "on"));

    private static MemorySetting lowRank(
            String name,
            int tokens,
            String dtype,
            String checkpointing,
            Map<String, Object> lora,
            Map<String, Object> objective) {
        var training = Map.of("dtype", dtype, "gradientCheckpointing", checkpointing, "lora", lora);
        return new MemorySetting(name, tokens, training, objective);
    }

    private static MemorySetting full(String name, int tokens, String checkpointing) {
        return new MemorySetting(name, tokens, Map.of("method", "full", "gradientCheckpointing", checkpointing), NONE);
    }

    static MemorySetting named(String name) {
        return ALL.stream()
                .filter(setting -> setting.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no setting " + name));
    }

    /** Pairs of a batch: at least one. */
    int pairs() {
        return Math.max(1, BATCH_TOKENS / tokens);
    }

    TrainingSettings settings() {
        var whole = new HashMap<>(training);
        whole.put("batchTokens", pairs() * tokens);
        whole.put("maxLength", tokens);
        whole.put("maxPromptLength", tokens / 2 + 1);
        return TrainingSettings.TYPE.read(whole);
    }

    Objective chosen() {
        return Objective.TYPE.read(objective);
    }
}
