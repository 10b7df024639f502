package io.kernelign.standalone.demo;

/**
 * One row of the table of before and after.
 *
 * @param key name in JSON
 * @param label name for people
 * @param before {@code null} where it means nothing before training
 * @param after {@code null} where it could not be measured
 */
record Figure(String key, String label, Double before, Double after) {

    double gain() {
        return after - before;
    }
}
