package io.kernelign.benchmarks.plot;

import java.util.List;

/**
 * Lines over a common axis, with a legend beside them; what leaves the axes is cut off.
 *
 * @param series drawn in this order; the first in grey, as what the others are compared with
 */
public record LinePlot(String title, Axis x, Axis y, List<Series> series) {

    private static final int HEIGHT = 380;
    private static final int LEFT = 64;
    private static final int TOP = 36;
    private static final int RIGHT = 560;
    private static final int BOTTOM = 330;
    private static final int LEGEND = RIGHT + 52;
    private static final int LEGEND_LINE = 20;

    /** The plot as an SVG document. */
    public String svg() {
        var svg = new Svg(LEGEND + Svg.width(series.stream().map(Series::name)), HEIGHT, title);
        svg.clip(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP);
        svg.text((LEFT + RIGHT) / 2.0, TOP - 14, "middle", title);
        axes(svg);
        for (int i = 0; i < series.size(); i++) {
            svg.path(path(series.get(i)), Palette.colour(i), Palette.dash(i));
            double y = TOP + 10 + LEGEND_LINE * i;
            svg.line(RIGHT + 14, y, RIGHT + 44, y, Palette.colour(i), Palette.dash(i));
            svg.text(LEGEND, y + 4, "start", series.get(i).name());
        }
        return svg.finish();
    }

    private void axes(Svg svg) {
        for (double tick : x.ticks()) {
            svg.rule(right(tick), TOP, right(tick), BOTTOM, tick == 0 ? 0.8 : 0.25);
            svg.text(right(tick), BOTTOM + 18, "middle", x.text(tick));
        }
        for (double tick : y.ticks()) {
            svg.rule(LEFT, down(tick), RIGHT, down(tick), tick == 0 ? 0.8 : 0.25);
            svg.text(LEFT - 8, down(tick) + 4, "end", y.text(tick));
        }
        svg.text((LEFT + RIGHT) / 2.0, BOTTOM + 40, "middle", x.label());
        svg.upright(18, (TOP + BOTTOM) / 2.0, y.label());
    }

    private String path(Series line) {
        var path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < line.x().length; i++) {
            boolean finite = Double.isFinite(line.y()[i]);
            if (finite) {
                path.append(drawing ? " L" : " M")
                        .append(Svg.number(right(line.x()[i]), 1))
                        .append(' ')
                        .append(Svg.number(down(bounded(line.y()[i])), 1));
            }
            drawing = finite;
        }
        return path.toString().strip();
    }

    /** Far outside the frame one height is as good as another; some readers fail on huge coordinates. */
    private double bounded(double value) {
        double height = y.to() - y.from();
        return Math.max(y.from() - height, Math.min(y.to() + height, value));
    }

    private double right(double value) {
        return LEFT + x.position(value) * (RIGHT - LEFT);
    }

    private double down(double value) {
        return BOTTOM - y.position(value) * (BOTTOM - TOP);
    }
}
