package io.kernelign.search;

/**
 * What the next trial is.
 *
 * @param share of a whole run that it is trained, in (0, 1]
 */
public record Proposal(Point point, double share) {

    static Proposal whole(Point point) {
        return new Proposal(point, 1);
    }
}
