package io.kernelign.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.layout.LayoutOptions;
import io.kernelign.data.layout.Layouts;
import io.kernelign.data.layout.Recognition;
import io.kernelign.data.layout.Sample;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.property.Draw;
import io.kernelign.property.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Pairs written in every layout that can represent them, and read again. */
class RoundTripTest {

    private static final int FILES = 10;
    private static final int PAIRS = 20;

    /** The pairs of one file. */
    private record File(List<Conversation> pairs) {}

    private static List<LayoutWriter> writers() {
        return LayoutWriter.ALL;
    }

    private static List<PreferencePair> written(LayoutWriter writer, List<Conversation> pairs) {
        var imported = Imported.of(Imported.OPTIONS, writer.lines(pairs));
        assertThat(imported.report().layout()).isEqualTo(writer.layout());
        assertThat(imported.report().badRows()).isZero();
        return imported.pairs();
    }

    private static Recognition recognised(List<String> lines) {
        var rows = lines.stream()
                .map(line -> (ObjectNode) JsonMapper.shared().readTree(line))
                .toList();
        return Recognition.of(new Sample(rows), LayoutOptions.NONE);
    }

    private static File drawn(Draw draw) {
        return new File(IntStream.range(0, PAIRS)
                .mapToObj(number -> Conversation.drawn(draw, number))
                .toList());
    }

    @Test
    void every_layout_has_a_writer() {
        assertThat(LayoutWriter.ALL).extracting(LayoutWriter::layout).containsExactlyElementsOf(Layouts.names());
    }

    @ParameterizedTest
    @MethodSource("writers")
    void a_pair_that_a_layout_can_represent_comes_back_as_it_was(LayoutWriter writer) {
        Property.forAll(FILES, RoundTripTest::drawn, file -> {
            var pairs = file.pairs().stream().filter(writer.represents()).toList();
            if (!pairs.isEmpty()) {
                assertThat(written(writer, pairs))
                        .map(pair -> new Conversation(pair.prompt(), pair.chosen(), pair.rejected()))
                        .isEqualTo(pairs);
            }
        });
    }

    @Test
    void a_pair_has_the_same_id_in_every_layout() {
        Property.forAll(FILES, RoundTripTest::drawn, file -> {
            var everywhere = LayoutWriter.ALL.stream()
                    .map(LayoutWriter::represents)
                    .reduce(Predicate::and)
                    .orElseThrow();
            var pairs = file.pairs().stream().filter(everywhere).toList();
            if (!pairs.isEmpty()) {
                var ids = new TreeMap<String, List<String>>();
                LayoutWriter.ALL.forEach(writer -> ids.put(
                        writer.layout(),
                        written(writer, pairs).stream().map(PreferencePair::id).toList()));
                assertThat(Map.copyOf(ids).values().stream().collect(Collectors.toSet()))
                        .hasSize(1);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("writers")
    void a_layout_is_recognised_whatever_the_order_of_its_rows(LayoutWriter writer) {
        Property.forAll(FILES, RoundTripTest::drawn, file -> {
            var pairs = file.pairs().stream().filter(writer.represents()).toList();
            if (!pairs.isEmpty()) {
                var lines = new ArrayList<>(List.of(writer.lines(pairs)));
                var before = recognised(lines);
                Collections.shuffle(lines, new Random(1));
                assertThat(recognised(lines)).isEqualTo(before);
                assertThat(before.layout().name()).isEqualTo(writer.layout());
            }
        });
    }
}
