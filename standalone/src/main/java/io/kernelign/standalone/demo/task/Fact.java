package io.kernelign.standalone.demo.task;

import java.util.List;

/**
 * One thing that is true in the town.
 *
 * @param resident first name
 * @param value one of the topic's {@link Topic#options()}
 */
public record Fact(String resident, Topic topic, String value) {

    /** The full sentences that state this fact. */
    public List<String> statements() {
        return topic.statements(resident, value);
    }
}
