package io.kernelign.gateway.sweep;

import io.kernelign.contracts.HeatmapView;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** A heatmap as an SVG document: the darker, the better; the best has a frame; what has no score is empty. */
final class HeatmapImage {

    private static final int CELL_HEIGHT = 30;
    private static final int CHARACTER = 7;
    private static final int MARGIN = 16;
    private static final int LINE = 20;
    private static final int LEAST_CELL_WIDTH = 64;
    private static final int[] WORST = {240, 245, 250};
    private static final int[] BEST = {11, 72, 107};
    private static final double DARK = 0.5;
    private static final int FRAME_WIDTH = 3;

    private final HeatmapView data;
    private final double best;
    private final double worst;
    private final int left;
    private final int top = MARGIN + 3 * LINE;
    private final int cellWidth;
    private final StringBuilder svg = new StringBuilder();

    private HeatmapImage(HeatmapView data) {
        this.data = data;
        var means = data.cells().stream()
                .flatMap(List::stream)
                .map(HeatmapView.Cell::mean)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        var maximise = data.goal().equals("maximise");
        best = maximise ? means.getMax() : means.getMin();
        worst = maximise ? means.getMin() : means.getMax();
        left = MARGIN + width(Stream.concat(data.rowLabels().stream(), Stream.of(data.rows())));
        cellWidth = Math.max(LEAST_CELL_WIDTH, width(data.columnLabels().stream()));
    }

    static String of(HeatmapView data) {
        return new HeatmapImage(data).draw();
    }

    private static int width(Stream<String> labels) {
        return labels.mapToInt(label -> label.length() * CHARACTER + MARGIN)
                .max()
                .orElse(0);
    }

    private String draw() {
        int columns = data.columnLabels().size();
        int width = Math.max(left + columns * cellWidth + MARGIN, width(Stream.of(title())) + MARGIN);
        int height = top + data.rowLabels().size() * CELL_HEIGHT + MARGIN;
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %1$d %2$d" role="img" \
                font-family="sans-serif" font-size="12">
                <title>%s</title>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                """.formatted(width, height, escaped(title())));
        text(MARGIN, MARGIN + LINE / 2, "start", "#000000", title());
        text(MARGIN, top - LINE / 2, "start", "#555555", data.rows());
        text(left, MARGIN + LINE + LINE / 2, "start", "#555555", data.columns());
        for (int column = 0; column < columns; column++) {
            text(
                    middle(column),
                    top - LINE / 2,
                    "middle",
                    "#000000",
                    data.columnLabels().get(column));
        }
        for (int row = 0; row < data.rowLabels().size(); row++) {
            text(MARGIN, baseline(row), "start", "#000000", data.rowLabels().get(row));
            for (int column = 0; column < columns; column++) {
                cell(row, column, data.cells().get(row).get(column).mean());
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private String title() {
        return "Mean " + data.metric() + " of the trials (" + data.goal() + ")";
    }

    private int middle(int column) {
        return left + column * cellWidth + cellWidth / 2;
    }

    private int baseline(int row) {
        return top + row * CELL_HEIGHT + CELL_HEIGHT / 2 + 4;
    }

    private void cell(int row, int column, Double mean) {
        double goodness = mean == null || best == worst ? 0 : (mean - worst) / (best - worst);
        var framed = mean != null && mean == best;
        svg.append(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%d\"/>\n"
                        .formatted(
                                left + column * cellWidth + 1,
                                top + row * CELL_HEIGHT + 1,
                                cellWidth - 2,
                                CELL_HEIGHT - 2,
                                mean == null ? "#ffffff" : colour(goodness),
                                framed ? "#d94801" : "#dddddd",
                                framed ? FRAME_WIDTH : 1));
        text(
                middle(column),
                baseline(row),
                "middle",
                goodness > DARK ? "#ffffff" : "#000000",
                mean == null ? "–" : String.format(Locale.ROOT, "%.4g", mean));
    }

    private static String colour(double goodness) {
        var parts = new int[WORST.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (int) Math.round(WORST[i] + goodness * (BEST[i] - WORST[i]));
        }
        return String.format("#%02x%02x%02x", parts[0], parts[1], parts[2]);
    }

    private void text(int x, int y, String anchor, String colour, String text) {
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n"
                .formatted(x, y, anchor, colour, escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
