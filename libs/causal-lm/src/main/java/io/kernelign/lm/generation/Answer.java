package io.kernelign.lm.generation;

/**
 * A model's answer to a conversation.
 *
 * @param tokens how many were generated, without one that ended the answer
 */
public record Answer(String text, int tokens, Continuation.Reason reason) {}
