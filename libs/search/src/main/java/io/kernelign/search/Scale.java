package io.kernelign.search;

/** On which scale a range is even. */
public enum Scale {
    LINEAR {
        @Override
        double in(double value) {
            return value;
        }

        @Override
        double out(double place) {
            return place;
        }
    },
    /** Of values above 0. */
    LOG {
        @Override
        double in(double value) {
            return Math.log(value);
        }

        @Override
        double out(double place) {
            return Math.exp(place);
        }
    };

    /** The place of a value on the scale. */
    abstract double in(double value);

    /** The value at a place. */
    abstract double out(double place);
}
