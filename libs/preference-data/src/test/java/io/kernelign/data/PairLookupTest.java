package io.kernelign.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.data.pair.PairLookup;
import io.kernelign.data.pair.PairWriter;
import io.kernelign.data.pair.PreferencePair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairLookupTest {

    private static final List<PreferencePair> PAIRS = Imported.of(
                    Imported.OPTIONS,
                    Imported.row("ä 漢", "b", "c"),
                    Imported.row("d\\r\\n", "e", "f"),
                    Imported.row("😀", "h", "i"),
                    Imported.row("j", "k", "l"),
                    Imported.row("m", "n", "o"))
            .pairs();

    @TempDir
    private Path folder;

    private Path canonical;

    @BeforeEach
    void write() throws IOException {
        canonical = folder.resolve("pairs.jsonl");
        try (var out = new PairWriter(Files.newOutputStream(canonical))) {
            for (var pair : PAIRS) {
                out.write(pair);
            }
        }
    }

    private List<PairLookup.Found> pages(int limit, long mostBytes, Predicate<PreferencePair> wanted)
            throws IOException {
        var pages = new ArrayList<PairLookup.Found>();
        for (var next = OptionalLong.of(0); next.isPresent(); ) {
            var page = PairLookup.find(canonical, next.getAsLong(), limit, mostBytes, wanted);
            pages.add(page);
            next = page.next();
        }
        return pages;
    }

    private static List<PreferencePair> all(List<PairLookup.Found> pages) {
        return pages.stream().flatMap(page -> page.pairs().stream()).toList();
    }

    @Test
    void pages_that_follow_each_other_have_every_pair_once() throws IOException {
        var pages = pages(2, Long.MAX_VALUE, pair -> true);
        assertThat(pages).hasSize(3);
        assertThat(all(pages)).isEqualTo(PAIRS);
    }

    @Test
    void a_lookup_ends_after_so_many_bytes_and_can_go_on() throws IOException {
        var pages = pages(2, 1, pair -> pair.equals(PAIRS.get(3)));
        assertThat(pages).hasSize(PAIRS.size());
        assertThat(all(pages)).containsExactly(PAIRS.get(3));
    }

    @Test
    void a_place_at_which_no_pair_begins_is_refused() throws IOException {
        for (long place : new long[] {-1, 1, Files.size(canonical), Files.size(canonical) + 7}) {
            assertThatThrownBy(() -> PairLookup.find(canonical, place, 1, 1, pair -> true))
                    .hasMessage("no pair begins at byte " + place);
        }
    }
}
