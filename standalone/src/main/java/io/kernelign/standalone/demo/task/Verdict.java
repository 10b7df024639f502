package io.kernelign.standalone.demo.task;

/**
 * What the rule saw in an answer.
 *
 * @param courteous a friendly word and no rude one
 * @param right names the fact's value, and no other value of its topic
 * @param complete states the fact in a full sentence, and ends like one
 */
public record Verdict(boolean courteous, boolean right, boolean complete) {

    /** Whether the preferred behaviour is shown. */
    public boolean preferred() {
        return courteous && right && complete;
    }
}
