package io.kernelign.benchmarks.plot;

import java.util.Locale;
import java.util.stream.Stream;

/** An SVG document in the making; coordinates are pixels from its upper left corner. */
final class Svg {

    private final StringBuilder document = new StringBuilder();

    /**
     * @param title what a screen reader says of it
     */
    Svg(int width, int height, String title) {
        document.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\""
                        + " font-family=\"sans-serif\" font-size=\"12\">%n<title>%s</title>%n",
                width,
                height,
                width,
                height,
                escaped(title)));
    }

    /** Text whose anchor is {@code start}, {@code middle} or {@code end}. */
    void text(double x, double y, String anchor, String text) {
        element("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\">%s</text>", x, y, anchor, Palette.INK, text);
    }

    /** Text that is read from below. */
    void upright(double x, double y, String text) {
        element(
                "<text transform=\"translate(%s %s) rotate(-90)\" text-anchor=\"middle\" fill=\"%s\">%s</text>",
                x, y, Palette.INK, text);
    }

    /** A hairline of the grid; {@code weight} is its opacity. */
    void rule(double x1, double y1, double x2, double y2, double weight) {
        element(
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-opacity=\"%s\"/>",
                x1, y1, x2, y2, Palette.INK, weight);
    }

    void line(double x1, double y1, double x2, double y2, String colour, String dash) {
        element(
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>",
                x1, y1, x2, y2, colour, dash);
    }

    void dot(double x, double y, String colour) {
        element("<circle cx=\"%s\" cy=\"%s\" r=\"4\" fill=\"%s\"/>", x, y, colour);
    }

    /** A path inside the clip of {@link #clip}. */
    void path(String data, String colour, String dash) {
        element(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\""
                        + " clip-path=\"url(#frame)\"/>",
                data, colour, dash);
    }

    /** What paths are clipped to. */
    void clip(double x, double y, double width, double height) {
        element(
                "<clipPath id=\"frame\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/></clipPath>",
                x, y, width, height);
    }

    String finish() {
        return document + "</svg>\n";
    }

    private void element(String format, Object... parts) {
        var texts = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            texts[i] = parts[i] instanceof Double number ? number(number, 2) : escaped(parts[i].toString());
        }
        document.append(String.format(format, texts)).append('\n');
    }

    /** Room for the longest of some texts. */
    static int width(Stream<String> texts) {
        return 8 * texts.mapToInt(String::length).max().orElse(0);
    }

    /** A number with at most so many decimals, without a sign on zero. */
    static String number(double value, int decimals) {
        var text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
