package io.kernelign.data.split;

import io.kernelign.data.index.PromptGroups;

/** Where a prompt stands between 0 and 1, which decides its side: uniform over prompts, another for each seed. */
final class PromptPosition {

    private PromptPosition() {}

    /** From 0 (inclusive) to 1 (exclusive). */
    static double of(long prompt, long seed) {
        return (PromptGroups.mix(prompt ^ PromptGroups.mix(seed)) >>> 11) * 0x1.0p-53;
    }
}
