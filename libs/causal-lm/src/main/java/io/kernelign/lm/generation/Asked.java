package io.kernelign.lm.generation;

import io.kernelign.lm.tokenizer.Message;
import java.util.List;

/**
 * A conversation to be answered.
 *
 * @param name what errors call it
 * @param opening how the answer begins already; empty where it begins by itself
 */
public record Asked(String name, List<Message> messages, String opening) {

    /** One whose answer begins by itself. */
    public Asked(String name, List<Message> messages) {
        this(name, messages, "");
    }
}
