package io.kernelign.trainer.training;

import io.kernelign.contracts.JobMemory;
import java.util.Optional;

/**
 * What a training will take, estimated.
 *
 * @param steps optimiser steps
 * @param tokens that the whole training reads
 * @param seconds on this machine
 * @param memory of the worker
 * @param refusal in a sentence, why it cannot be trained here; empty where it can
 */
public record TrainingCost(long steps, long tokens, long seconds, JobMemory memory, Optional<String> refusal) {}
