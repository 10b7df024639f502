package io.kernelign.lm.generation;

import java.util.List;

/**
 * A conversation that given answers go on with.
 *
 * @param answers each goes on where the opening ends, leading space included; at least one, none empty
 */
public record Choice(Asked asked, List<String> answers) {}
