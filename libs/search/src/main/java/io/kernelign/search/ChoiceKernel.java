package io.kernelign.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A distribution over options: one of them and all of them alike, mixed.
 *
 * @param option the one
 * @param alike the share of all alike, 0 to 1
 */
record ChoiceKernel(Choice choice, double option, double alike) implements Kernel {

    /** One about each observed option, and the one that prefers none; the more there are, the narrower. */
    static List<Kernel> about(Choice choice, double[] options) {
        var kernels = new ArrayList<Kernel>();
        double prior = (double) choice.options() / (options.length + 1);
        for (double option : options) {
            kernels.add(new ChoiceKernel(choice, option, prior / (1 + prior)));
        }
        kernels.add(new ChoiceKernel(choice, 0, 1));
        return kernels;
    }

    @Override
    public double logDensity(double coordinate) {
        return Math.log(alike / choice.options() + (coordinate == option ? 1 - alike : 0));
    }

    @Override
    public double at(double share) {
        return share < alike ? choice.at(share / alike) : option;
    }
}
