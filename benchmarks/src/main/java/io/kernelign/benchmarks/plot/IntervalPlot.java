package io.kernelign.benchmarks.plot;

import java.util.List;

/** Values with their intervals, one a row, over a common axis. */
public record IntervalPlot(String title, Axis axis, List<Row> rows) {

    private static final int BREADTH = 480;
    private static final int MARGIN = 20;
    private static final int TOP = 36;
    private static final int ROW = 24;

    /**
     * @param group rows of one group look alike
     */
    public record Row(String label, int group, double low, double value, double high) {}

    /** The plot as an SVG document. */
    public String svg() {
        double middle = left() + BREADTH / 2.0;
        double bottom = TOP + (double) ROW * rows.size();
        var svg = new Svg((int) right(axis.to()) + MARGIN, (int) bottom + 50, title);
        svg.text(middle, TOP - 14, "middle", title);
        for (double tick : axis.ticks()) {
            svg.rule(right(tick), TOP, right(tick), bottom, tick == 0 ? 0.8 : 0.25);
            svg.text(right(tick), bottom + 18, "middle", axis.text(tick));
        }
        svg.text(middle, bottom + 40, "middle", axis.label());
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            double y = TOP + ROW * (i + 0.5);
            var colour = Palette.colour(row.group() + 1);
            svg.text(left() - 12, y + 4, "end", row.label());
            svg.line(right(row.low()), y, right(row.high()), y, colour, "none");
            svg.dot(right(row.value()), y, colour);
        }
        return svg.finish();
    }

    private double right(double value) {
        return left() + Math.max(0, Math.min(1, axis.position(value))) * BREADTH;
    }

    private int left() {
        return MARGIN + Svg.width(rows.stream().map(Row::label));
    }
}
