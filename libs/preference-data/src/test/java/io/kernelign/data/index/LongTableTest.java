package io.kernelign.data.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongTableTest {

    @Test
    void it_answers_like_a_map_while_it_grows_from_the_heap_into_files(@TempDir Path folder) {
        var table = new LongTable(new Scratch(folder));
        var map = new HashMap<Long, Long>();
        var random = new SplittableRandom(1);
        for (int i = 1; i <= 60_000; i++) {
            long key = PromptSignature.mix(random.nextInt(40_000));
            assertThat(table.get(key)).isEqualTo(map.getOrDefault(key, 0L));
            table.put(key, i);
            map.put(key, (long) i);
        }
        map.forEach((key, value) -> assertThat(table.get(key)).isEqualTo(value));
        assertThat(folder).isEmptyDirectory();
    }
}
