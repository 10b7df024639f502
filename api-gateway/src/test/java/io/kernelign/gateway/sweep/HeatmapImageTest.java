package io.kernelign.gateway.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.HeatmapView;
import io.kernelign.contracts.HeatmapView.Cell;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class HeatmapImageTest {

    private static final String FRAME = "#d94801";

    private static HeatmapView heatmap(String goal) {
        return new HeatmapView(
                "objective.kernel",
                "objective.divergence",
                List.of("rbf", "{a=<b & c>}"),
                List.of("kl", "jensen_shannon", "f"),
                "loss",
                goal,
                List.of(
                        List.of(new Cell(0.5, 1, 1), new Cell(0.75, 2, 2), new Cell(null, 0, 1)),
                        List.of(new Cell(0.25, 1, 1), new Cell(null, 0, 0), new Cell(0.5, 1, 1))));
    }

    private static List<Element> elements(String svg, String tag) throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
        var nodes = document.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    @Test
    void every_value_and_every_label_is_written() throws Exception {
        var texts = elements(HeatmapImage.of(heatmap("maximise")), "text").stream()
                .map(Element::getTextContent)
                .toList();

        assertThat(texts)
                .contains("rbf", "{a=<b & c>}", "kl", "jensen_shannon", "f", "objective.kernel", "objective.divergence")
                .contains("0.5000", "0.7500", "0.2500", "–");
        assertThat(texts.get(0)).isEqualTo("Mean loss of the trials (maximise)");
    }

    @Test
    void the_best_has_a_frame_whichever_direction_is_better() throws Exception {
        for (var goal : List.of("maximise", "minimise")) {
            var rects = elements(HeatmapImage.of(heatmap(goal)), "rect");
            var framed = rects.stream()
                    .filter(rect -> rect.getAttribute("stroke").equals(FRAME))
                    .toList();

            assertThat(framed).hasSize(1);
            // The first rectangle is the paper, then come the cells, row by row.
            assertThat(rects.indexOf(framed.get(0))).isEqualTo(goal.equals("maximise") ? 2 : 4);
            assertThat(framed.get(0).getAttribute("fill")).isEqualTo("#0b486b");
        }
    }

    @Test
    void a_sweep_without_a_score_yet_has_an_image_too() throws Exception {
        var empty = new HeatmapView(
                "a", "b", List.of("1"), List.of("2"), "loss", "minimise", List.of(List.of(new Cell(null, 0, 0))));

        assertThat(elements(HeatmapImage.of(empty), "text").stream().map(Element::getTextContent))
                .contains("–");
    }
}
