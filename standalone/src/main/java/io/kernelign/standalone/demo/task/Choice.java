package io.kernelign.standalone.demo.task;

import java.util.List;
import java.util.Random;

/** A seeded draw from a list, every element as likely as the next. */
final class Choice {

    private Choice() {}

    static <T> T of(List<T> options, Random random) {
        return options.get(random.nextInt(options.size()));
    }
}
