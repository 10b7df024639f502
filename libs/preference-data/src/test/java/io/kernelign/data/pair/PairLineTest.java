package io.kernelign.data.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.property.Property;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A line is the JSON that Jackson makes of the pair, byte for byte, but for white space after its side. */
class PairLineTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int[] RARE = {
        '"', '\\', '\n', '\t', '\b', '\f', '\r', 0, 0x1f, 0x7f, '/', 0xe9, 0x20ac, 0x1f600
    };

    private static PreferencePair pair(String text, String task) {
        return new PreferencePair(
                "0123456789abcdef0123456789abcdef",
                List.of(new Message(Role.SYSTEM, ""), new Message(Role.USER, text)),
                List.of(new Message(Role.ASSISTANT, text + "!")),
                List.of(new Message(Role.ASSISTANT, "no")),
                task,
                task,
                0.1,
                null);
    }

    private static String line(PreferencePair pair) {
        return new String(PairWriter.line(EncodedPair.of(pair)), StandardCharsets.UTF_8);
    }

    private static void assertSame(PreferencePair pair) {
        assertThat(line(pair)).isEqualTo(JSON.writeValueAsString(pair) + "\n");
    }

    private static String text(SplittableRandom random) {
        int share = random.nextInt(1, 40);
        var text = new StringBuilder();
        for (int length = random.nextInt(100); length > 0; length--) {
            text.appendCodePoint(random.nextInt(share) == 0 ? RARE[random.nextInt(RARE.length)] : 'a');
        }
        return text.toString();
    }

    @Test
    void whatever_the_text() {
        Property.forAll(
                draw -> text(new SplittableRandom(draw.integer(0, Integer.MAX_VALUE - 1))),
                text -> assertSame(pair(text, null)));
    }

    @Test
    void on_a_side_it_is_as_long_as_on_the_other() {
        var train = line(pair("q", null).withSplit(Split.TRAIN));
        var heldOut = line(pair("q", null).withSplit(Split.HELD_OUT));

        assertThat(train).hasSameSizeAs(heldOut).startsWith(heldOut.substring(0, PairWriter.SIDE_AT));
        assertThat(JSON.readValue(train, PreferencePair.class).split()).isEqualTo(Split.TRAIN);
        assertThat(JSON.readValue(heldOut, PreferencePair.class).split()).isEqualTo(Split.HELD_OUT);
    }

    @Test
    void of_a_text_of_nothing_but_what_has_to_be_escaped() {
        assertSame(pair("\u0001".repeat(10_000), null));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a \"task\""})
    void with_a_task_and_without(String task) {
        assertSame(pair("q", task));
    }
}
