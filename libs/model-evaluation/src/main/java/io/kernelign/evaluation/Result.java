package io.kernelign.evaluation;

/**
 * What came of one question.
 *
 * @param question its id
 * @param group its group
 * @param characters how many the answer has, in Unicode code points; 0 where none was written
 */
public record Result(String question, String group, Verdict verdict, int characters) {

    public boolean isDecided() {
        return verdict.value().isPresent();
    }

    /**
     * From 0 to 1.
     *
     * @throws java.util.NoSuchElementException when it is not {@link #isDecided decided}
     */
    public double value() {
        return verdict.value().orElseThrow();
    }
}
