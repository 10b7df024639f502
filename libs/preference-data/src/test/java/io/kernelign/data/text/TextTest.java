package io.kernelign.data.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.property.Draw;
import io.kernelign.property.Property;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** It says of a text what strings say of it. */
class TextTest {

    private static final List<String> PIECES = List.of(
            "a",
            " ",
            "\n",
            "\n\n",
            "\u0085",
            "\u00a0",
            "\u2003",
            "\u3000",
            "é",
            "€",
            "\uD83D\uDE00",
            "Human:",
            "\u0000",
            "word ");
    private static final List<String> HALVES = List.of("\uD83D", "\uDE00", "a", "é", "\uD83D\uDE00");

    private static String string(Draw draw, List<String> pieces) {
        return draw.list(draw.integer(0, 12), () -> draw.choice(pieces)).stream()
                .collect(Collectors.joining());
    }

    /** Somewhere in an array of other bytes. */
    private static Text text(String string) {
        var bytes = ("é\n\n" + string + "\n\n€").getBytes(StandardCharsets.UTF_8);
        return Text.ofUtf8(bytes, 4, bytes.length - 5);
    }

    private static int bytes(String string) {
        return string.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void what_it_says_is_what_a_string_says() {
        Property.forAll(5_000, draw -> string(draw, PIECES), string -> {
            var text = text(string);
            assertThat(text).isEqualTo(Text.of(string)).hasToString(string).hasSameHashCodeAs(Text.of(string));
            assertThat(text.isWellFormed()).isTrue();
            assertThat(text.isEmpty()).isEqualTo(string.isEmpty());
            assertThat(text.isBlank()).isEqualTo(string.isBlank());
            assertThat(text.strip()).hasToString(string.strip());
            assertThat(text.stripTrailing()).hasToString(string.stripTrailing());
            assertThat(text.utf16Length()).isEqualTo(string.length());
            assertThat(text.characters()).isEqualTo(string.codePointCount(0, string.length()));
            assertThat(text.isLongerThan(string.length())).isFalse();
            assertThat(text.isLongerThan(string.length() - 1)).isTrue();
        });
    }

    @Test
    void it_finds_what_a_string_finds() {
        record Case(String string, String part) {}
        Property.forAll(
                5_000,
                draw -> new Case(string(draw, PIECES), draw.choice(List.of("\n\n", "\nH", "a", "word a", "Human:"))),
                it -> {
                    var text = text(it.string());
                    int found = it.string().indexOf(it.part());
                    int place = text.indexOf(Text.of(it.part()), 0);
                    assertThat(place)
                            .isEqualTo(found < 0 ? -1 : bytes(it.string().substring(0, found)));
                    assertThat(text.startsWith(Text.of(it.part())))
                            .isEqualTo(it.string().startsWith(it.part()));
                    if (place >= 0) {
                        assertThat(text.hasAt(place, Text.of(it.part()))).isTrue();
                        assertThat(text.part(place, text.length()))
                                .hasToString(it.string().substring(found));
                    }
                });
    }

    @Test
    void two_share_the_bytes_before_the_first_that_differ() {
        record Case(String shared, String one, String other) {}
        Property.forAll(draw -> new Case(string(draw, PIECES), string(draw, PIECES), string(draw, PIECES)), it -> {
            var one = text(it.shared() + "a" + it.one());
            var other = text(it.shared() + "b" + it.other());
            assertThat(one.sharedWith(other)).isEqualTo(bytes(it.shared()));
            assertThat(one.sharedWith(one)).isEqualTo(one.length());
            assertThat(one.sharedWith(text(it.shared()))).isEqualTo(bytes(it.shared()));
        });
    }

    @Test
    void halves_of_surrogate_pairs_stay_what_they_are_and_are_told() {
        Property.forAll(5_000, draw -> string(draw, HALVES), string -> {
            var text = Text.of(string);
            assertThat(text).hasToString(string);
            assertThat(text.utf16Length()).isEqualTo(string.length());
            assertThat(text.isWellFormed())
                    .isEqualTo(StandardCharsets.UTF_8.newEncoder().canEncode(string));
        });
    }

    @Test
    void texts_are_joined_as_strings_are() {
        Property.forAll(draw -> draw.list(draw.integer(0, 4), () -> string(draw, PIECES)), strings -> {
            var texts = strings.stream().map(TextTest::text).toList();
            assertThat(Text.join("\n", texts)).hasToString(String.join("\n", strings));
        });
        assertThat(Text.join("", List.of(Text.of("\uD83D"), Text.of("b"))).isWellFormed())
                .isFalse();
    }
}
