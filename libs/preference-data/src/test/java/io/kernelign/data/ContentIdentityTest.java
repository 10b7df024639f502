package io.kernelign.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.pair.PreferencePair;
import org.junit.jupiter.api.Test;

class ContentIdentityTest {

    @Test
    void swapping_the_responses_or_moving_words_between_turns_changes_the_id() {
        var ids = Imported.of(
                        Imported.OPTIONS,
                        Imported.row("a", "b", "c"),
                        Imported.row("a", "c", "b"),
                        Imported.row("ab", "c", "d"),
                        Imported.row("a", "bc", "d"))
                .pairs()
                .stream()
                .map(PreferencePair::id)
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{32}"));
    }
}
