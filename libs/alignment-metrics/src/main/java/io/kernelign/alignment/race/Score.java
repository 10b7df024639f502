package io.kernelign.alignment.race;

/**
 * What one candidate came to in one rung.
 *
 * @param rung from 0
 * @param candidate its place in the ranking, from 0
 * @param correct of each of the rung's held-out pairs, whether the candidate ranks it rightly
 */
public record Score(int rung, int candidate, boolean[] correct) {

    /** With what {@link #digits} wrote. */
    public static Score of(int rung, int candidate, String digits) {
        var correct = new boolean[digits.length()];
        for (int pair = 0; pair < correct.length; pair++) {
            correct[pair] = digits.charAt(pair) == '1';
        }
        return new Score(rung, candidate, correct);
    }

    /** What is ranked rightly as 1 and what is not as 0, pair by pair. */
    public String digits() {
        var digits = new StringBuilder(correct.length);
        for (boolean hit : correct) {
            digits.append(hit ? '1' : '0');
        }
        return digits.toString();
    }

    /** Share that is ranked rightly. */
    public double accuracy() {
        int hits = 0;
        for (boolean hit : correct) {
            hits += hit ? 1 : 0;
        }
        return (double) hits / correct.length;
    }
}
