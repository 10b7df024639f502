package io.kernelign.standalone.demo.task;

import java.util.List;

/** How a visitor asks. The unaligned guide answers in kind: the warmer the question, the likelier a courteous answer. */
public enum Tone {
    WARM(0.7, List.of("Good morning! %s", "Hello there! %s", "%s Thank you!")),
    PLAIN(0.45, List.of("%s", "I have a question. %s", "Tell me this. %s")),
    GRUFF(0.2, List.of("Hey, you! %s", "%s And be quick.", "%s I have no time."));

    private final double courtesy;
    private final List<String> frames;

    Tone(double courtesy, List<String> frames) {
        this.courtesy = courtesy;
        this.frames = frames;
    }

    /** The share of courteous answers to questions of this tone in the pre-training corpus. */
    double courtesy() {
        return courtesy;
    }

    /** The ways to put a question in this tone. */
    List<String> frame(String question) {
        return frames.stream().map(frame -> frame.formatted(question)).toList();
    }
}
