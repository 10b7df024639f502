package io.kernelign.lm.generation;

import io.kernelign.lm.tokenizer.Message;
import java.util.List;

/**
 * A conversation to be answered.
 *
 * @param name what errors call it
 */
public record Asked(String name, List<Message> messages) {}
