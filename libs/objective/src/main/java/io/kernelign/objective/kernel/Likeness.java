package io.kernelign.objective.kernel;

/**
 * How like a margin m is to indifference, as its kernel sees both; in the units in which D(m) = m^2 + O(m^3).
 *
 * @param toIndifference kappa(m, 0), or what it stays below from m on where it oscillates
 * @param toItself kappa(m, m), > 0
 */
record Likeness(double toIndifference, double toItself) {

    Likeness plus(Likeness other) {
        return new Likeness(toIndifference + other.toIndifference, toItself + other.toItself);
    }

    Likeness times(double weight) {
        return new Likeness(weight * toIndifference, weight * toItself);
    }
}
