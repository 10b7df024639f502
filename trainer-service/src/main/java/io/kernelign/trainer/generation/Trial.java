package io.kernelign.trainer.generation;

import io.kernelign.lm.generation.AnswerLimits;
import io.kernelign.lm.generation.Asked;
import io.kernelign.lm.generation.Sampling;
import java.util.List;

/**
 * What a tuned model is asked.
 *
 * @param withBase whether the base model is asked the same
 */
record Trial(List<Asked> asked, AnswerLimits limits, Sampling sampling, boolean withBase) {}
