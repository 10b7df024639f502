package io.kernelign.lm.config;

import java.util.Optional;

/**
 * In what one layer differs from another.
 *
 * @param window positions that it sees, one's own included; 0 for the whole past
 * @param rope how its queries and keys are rotated; empty where positions do not matter
 */
public record LayerConfig(int window, Optional<RopeConfig> rope) {}
