package io.kernelign.data.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.text.Text;
import io.kernelign.data.text.TextNode;
import io.kernelign.property.Draw;
import io.kernelign.property.Property;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    private static final List<String> PIECES = List.of(
            "\n\nHuman:",
            "\n\nAssistant:",
            "\n\nHuman: yes",
            "\n\nAssistant: no",
            "\n\n",
            "\nHuman:",
            " ",
            "a",
            "é",
            "b");
    private static final int LONGEST = 40;

    private record Two(String first, String second) {}

    /** Mostly two that begin alike. */
    private static Two two(Draw draw) {
        var shared = "\n\nHuman:" + text(draw);
        return new Two(shared + text(draw), draw.integer(0, 9) == 0 ? text(draw) : shared + text(draw));
    }

    private static String text(Draw draw) {
        return draw.list(draw.integer(0, 6), () -> draw.choice(PIECES)).stream().collect(Collectors.joining());
    }

    private static Cell cell(String name, String text) {
        return new Cell(name, new TextNode(Text.of(text)), LONGEST);
    }

    /** What is read, or what is wrong. */
    private static Object outcome(Supplier<List<Turns>> reading) {
        try {
            return reading.get();
        } catch (BadRowException e) {
            return e.getMessage();
        }
    }

    @Test
    void two_that_begin_alike_are_read_as_each_alone() {
        Property.forAll(20_000, TranscriptTest::two, two -> {
            var first = cell("chosen", two.first());
            var second = cell("rejected", two.second());
            var alone = outcome(() -> List.of(Transcript.ANTHROPIC.turns(first), Transcript.ANTHROPIC.turns(second)));
            assertThat(outcome(() -> Transcript.ANTHROPIC.turns(first, second))).isEqualTo(alone);
        });
    }
}
