package io.kernelign.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.export.ExportFormat;
import io.kernelign.data.export.PairExport;
import io.kernelign.data.pair.PairWriter;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Split;
import io.kernelign.property.Draw;
import io.kernelign.property.Property;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class ExportTest {

    private static final int FILES = 20;
    private static final int PAIRS = 20;
    /** What oracles/check_export.py loads by Python's datasets. */
    private static final Path FOR_PYTHON = Path.of("target", "export");

    /** Rows of one data set, some of which say more of their pair than it needs. */
    private record Rows(List<String> lines) {}

    private static Rows drawn(Draw draw) {
        return new Rows(IntStream.range(0, PAIRS)
                .mapToObj(number -> row(draw, Conversation.drawn(draw, number)))
                .toList());
    }

    private static String row(Draw draw, Conversation pair) {
        var row = new LinkedHashMap<String, Object>(
                Map.of("prompt", pair.prompt(), "chosen", pair.chosen(), "rejected", pair.rejected()));
        if (draw.flag()) {
            row.put("task", draw.choice(List.of("honesty", "harm \"less\"", "\u6f22")));
        }
        if (draw.flag()) {
            row.put("label", draw.choice(List.of("gold", "so so")));
        }
        if (draw.flag()) {
            row.put("weight", draw.number(0.01, 100));
        }
        return JsonMapper.shared().writeValueAsString(row);
    }

    private static Imported imported(Rows rows) {
        return Imported.of(Imported.OPTIONS, rows.lines().toArray(String[]::new));
    }

    private static byte[] exported(List<PreferencePair> pairs, Split side, ExportFormat format) {
        var out = new ByteArrayOutputStream();
        try {
            PairExport.write(pairs.iterator(), Optional.ofNullable(side), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void what_was_exported_is_the_same_data_set_when_it_comes_in_again(ExportFormat format) {
        Property.forAll(FILES, ExportTest::drawn, rows -> {
            var first = imported(rows);
            var again = Imported.of(Imported.OPTIONS, exported(first.pairs(), null, format));
            assertThat(again.report().layout()).isEqualTo("trl");
            assertThat(again.pairs()).isEqualTo(first.pairs());
            assertThat(again.report().contentHash()).isEqualTo(first.report().contentHash());
        });
    }

    @ParameterizedTest
    @EnumSource
    void one_side_can_be_exported_alone(ExportFormat format) {
        var pairs = Imported.of(Imported.OPTIONS, Imported.rows(60)).pairs();
        for (var side : Split.values()) {
            var again = Imported.of(Imported.OPTIONS, exported(pairs, side, format));
            assertThat(again.pairs())
                    .isNotEmpty()
                    .containsExactlyElementsOf(
                            pairs.stream().filter(pair -> pair.split() == side).toList());
        }
    }

    @Test
    void a_parquet_file_of_several_row_groups_is_read_as_it_was_written() {
        var filler = "0123456789".repeat(300);
        var rows = IntStream.range(0, 30_000)
                .mapToObj(number -> Imported.row("q" + number, filler + number, "bad"))
                .toArray(String[]::new);
        var first = Imported.of(Imported.OPTIONS, rows);
        var again = Imported.of(Imported.OPTIONS, exported(first.pairs(), null, ExportFormat.PARQUET));
        assertThat(again.report().contentHash()).isEqualTo(first.report().contentHash());
    }

    @Test
    void parquet_of_pairs_that_all_say_the_same_at_length_is_no_bomb() {
        var longPrompt = "word ".repeat(10_000);
        var rows = IntStream.range(0, 2_000)
                .mapToObj(number -> Imported.row(longPrompt, "good " + number, "bad"))
                .toArray(String[]::new);
        var first = Imported.of(Imported.OPTIONS, rows);
        var again = Imported.of(Imported.OPTIONS, exported(first.pairs(), null, ExportFormat.PARQUET));
        assertThat(again.report().contentHash()).isEqualTo(first.report().contentHash());
    }

    @Test
    void python_gets_files_to_compare() throws IOException {
        Files.createDirectories(FOR_PYTHON);
        Property.forAll(1, ExportTest::drawn, rows -> {
            var pairs = imported(rows).pairs();
            try {
                try (var canonical = new PairWriter(Files.newOutputStream(FOR_PYTHON.resolve("canonical.jsonl")))) {
                    for (var pair : pairs) {
                        canonical.write(pair);
                    }
                }
                for (var format : ExportFormat.values()) {
                    var file = FOR_PYTHON.resolve("pairs." + format.extension());
                    Files.write(file, exported(pairs, null, format));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
