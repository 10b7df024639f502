/**
 * IFEval, instruction following that a program can verify (<a href="https://arxiv.org/abs/2311.07911">Zhou et al., 2023</a>):
 * prompts whose instructions are of 25 kinds, and which of them a response follows, strictly or loosely. Verdicts are those of
 * the authors' checker; where it draws at random what a prompt does not say, the prompt is refused instead.
 */
package io.kernelign.evaluation.ifeval;
