package io.kernelign.service.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.input.InvalidInputException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123456Z");

    @Test
    void a_full_page_with_more_behind_it_names_the_next() {
        var page = Pages.of(List.of("c", "b", "a"), 2, Function.identity(), id -> new Cursor(NOON, id));

        assertThat(page.items()).containsExactly("c", "b");
        assertThat(Cursor.read(page.next())).isEqualTo(new Cursor(NOON, "b"));
    }

    @Test
    void the_last_page_names_none() {
        var page = Pages.of(List.of("b", "a"), 2, Function.identity(), id -> new Cursor(NOON, id));

        assertThat(page.items()).containsExactly("b", "a");
        assertThat(page.next()).isNull();
    }

    @Test
    void the_first_page_starts_before_everything() {
        assertThat(Cursor.read(null).at()).isAfter(NOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "???", "bm9vbg", "MjAyNi0wMS0wMlQxMjowMDowMFo"})
    void a_cursor_that_we_did_not_make_is_refused(String text) {
        assertThatThrownBy(() -> Cursor.read(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cursor is \"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void a_limit_out_of_range_is_refused(int limit) {
        assertThatThrownBy(() -> Pages.lookup(limit))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("from 1 to 100");
    }
}
