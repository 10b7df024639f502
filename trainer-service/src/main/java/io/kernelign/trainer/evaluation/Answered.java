package io.kernelign.trainer.evaluation;

import io.kernelign.evaluation.Result;

/**
 * What came of one question.
 *
 * @param answer what the model wrote; empty where it wrote nothing or only chose
 */
record Answered(Result result, String answer) {}
