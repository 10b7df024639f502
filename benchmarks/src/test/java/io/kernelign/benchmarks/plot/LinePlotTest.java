package io.kernelign.benchmarks.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class LinePlotTest {

    private static final Axis UNIT = new Axis("x & y", 0, 1);

    @Test
    void ticks_are_round_numbers_inside_the_axis() {
        assertThat(new Axis("", -12, 12).ticks()).containsExactly(-10.0, -5.0, 0.0, 5.0, 10.0);
        assertThat(new Axis("", 0, 1).ticks()).hasSize(6).startsWith(0.0).endsWith(1.0);
        assertThat(new Axis("", 0.46, 0.94).ticks()).allMatch(tick -> tick >= 0.46 && tick <= 0.94);
    }

    @Test
    void a_tick_is_written_with_the_decimals_of_its_step() {
        assertThat(new Axis("", 0, 1).text(0.6000000001)).isEqualTo("0.6");
        assertThat(new Axis("", -12, 12).text(-5)).isEqualTo("-5");
        assertThat(new Axis("", 0, 0.1).text(0.04)).isEqualTo("0.04");
    }

    @Test
    void every_series_is_one_path_and_one_legend_entry() throws Exception {
        var document = parse(new LinePlot(
                        "a < b",
                        UNIT,
                        UNIT,
                        List.of(
                                Series.of("square", 0, 1, 11, x -> x * x),
                                Series.counted("three", 0.1, Double.NaN, 0.3)))
                .svg());

        var paths = document.getElementsByTagName("path");
        assertThat(paths.getLength()).isEqualTo(2);
        assertThat(paths.item(1)
                        .getAttributes()
                        .getNamedItem("d")
                        .getTextContent()
                        .chars()
                        .filter(c -> c == 'M')
                        .count())
                .as("a gap starts the path anew")
                .isEqualTo(2);
        assertThat(document.getDocumentElement().getTextContent()).contains("a < b", "x & y", "square", "three");
    }

    @Test
    void a_value_is_drawn_between_the_ends_of_its_interval() throws Exception {
        var document =
                parse(new IntervalPlot("", UNIT, List.of(new IntervalPlot.Row("dpo", 0, 0.25, 0.5, 0.75))).svg());

        double from = number(document, "line", "x1");
        double to = number(document, "line", "x2");
        assertThat(number(document, "circle", "cx")).isCloseTo((from + to) / 2, offset(0.01));
        assertThat(to - from).isPositive();
    }

    /** Of the last such element. */
    private static double number(Document document, String element, String attribute) {
        var elements = document.getElementsByTagName(element);
        var attributes = elements.item(elements.getLength() - 1).getAttributes();
        return Double.parseDouble(attributes.getNamedItem(attribute).getTextContent());
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
