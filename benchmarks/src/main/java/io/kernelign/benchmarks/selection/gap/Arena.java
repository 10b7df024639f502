package io.kernelign.benchmarks.selection.gap;

import io.kernelign.alignment.race.Race;
import io.kernelign.alignment.selection.PairDistances;
import io.kernelign.benchmarks.objective.study.Candidate;
import io.kernelign.benchmarks.objective.study.Outcome;
import java.io.IOException;
import java.util.List;

/**
 * Something to train on, with three splits of each seed: one that is trained on, one on which pilots are scored, and one of
 * at least 10,000 pairs by which the outcome is judged.
 */
interface Arena extends AutoCloseable {

    /** As figures spell it. */
    String name();

    /** How a full run ranks the pairs of the third split. */
    Outcome fullRun(Candidate candidate, int seed) throws IOException;

    /** What the encoder of this arena sees in the pairs that are trained on. */
    PairDistances distances(int seed);

    /** A race of candidates in their ranking, for at most so many full runs. */
    Race race(List<Candidate> ranked, double budget, int seed) throws IOException;

    @Override
    void close();
}
