package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.Defect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a reader found on reading one row. */
public final class Findings {

    /** A pair and where it comes from. */
    public record Found(Origin origin, PairDraft pair) {}

    /** A rule at work. */
    public record Applied(Rule rule, long rows, long pairs) {}

    private final List<Found> pairs = new ArrayList<>();
    private final List<Applied> rules = new ArrayList<>();
    private final List<Defect> defects = new ArrayList<>();

    /** The pairs, in the order in which they were found. */
    public List<Found> pairs() {
        return Collections.unmodifiableList(pairs);
    }

    public List<Applied> rules() {
        return Collections.unmodifiableList(rules);
    }

    /** What is wrong with rows read before, of which it showed only now. */
    public List<Defect> defects() {
        return Collections.unmodifiableList(defects);
    }

    void pair(Origin origin, PairDraft pair) {
        pairs.add(new Found(origin, pair));
    }

    /** Notes that a rule took so many rows and made so many pairs of them. */
    void applied(Rule rule, long itsRows, long itsPairs) {
        rules.add(new Applied(rule, itsRows, itsPairs));
    }

    /** Notes that a rule dropped one row. */
    void dropped(Rule rule) {
        applied(rule, 1, 0);
    }

    void bad(Origin origin, BadRowException flaw) {
        defects.add(flaw.at(origin.place()));
    }
}
