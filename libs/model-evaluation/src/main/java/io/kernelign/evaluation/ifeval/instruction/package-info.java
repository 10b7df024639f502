/**
 * The 25 kinds of instructions, each a {@link io.kernelign.evaluation.ifeval.instruction.Check} of its own: a pure function of a
 * response. {@link io.kernelign.evaluation.ifeval.instruction.Instructions} knows them by the authors' names.
 */
package io.kernelign.evaluation.ifeval.instruction;
