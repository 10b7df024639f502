package io.kernelign.metrics;

/** A metric of one side of a data set; {@code split:name} as text. */
record MetricName(String split, String name) {

    private static final String BETWEEN = ":";

    /** A text of another form is read as empty names, which are not acceptable. */
    static MetricName read(String text) {
        int between = text.indexOf(BETWEEN);
        return between < 0
                ? new MetricName("", "")
                : new MetricName(text.substring(0, between), text.substring(between + 1));
    }
}
