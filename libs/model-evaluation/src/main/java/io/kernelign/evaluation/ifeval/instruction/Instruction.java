package io.kernelign.evaluation.ifeval.instruction;

/**
 * One instruction of a prompt.
 *
 * @param id its kind, one of {@link Instructions#IDS}
 * @param check what it asks
 */
public record Instruction(String id, Check check) {}
