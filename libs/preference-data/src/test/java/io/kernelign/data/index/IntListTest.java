package io.kernelign.data.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntListTest {

    /** More than two segments of rows of 24. */
    private static final int ROWS = 300_000;

    @TempDir
    static Path folder;

    private static int value(int row, int column) {
        return 31 * row + column;
    }

    private static int[] row(int row) {
        var values = new int[24];
        for (int column = 0; column < values.length; column++) {
            values[column] = value(row, column);
        }
        return values;
    }

    @Test
    void what_was_added_is_there_however_much_it_is() {
        try (var scratch = new Scratch(folder)) {
            var list = new IntList(scratch, 24);
            for (int i = 0; i < ROWS; i++) {
                list.add(row(i));
            }
            assertThat(list.size()).isEqualTo(ROWS);
            for (int i = 0; i < ROWS; i++) {
                assertThat(list.get(i, 0)).isEqualTo(value(i, 0));
                assertThat(list.get(i, 23)).isEqualTo(value(i, 23));
            }
        }
    }

    @Test
    void a_list_of_zeros_keeps_what_is_set() {
        try (var scratch = new Scratch(folder)) {
            var list = new IntList(scratch, 24, ROWS);
            list.set(ROWS - 1, 23, 7);
            list.set(0, 0, 8);
            assertThat(list.get(ROWS - 1, 23)).isEqualTo(7);
            assertThat(list.get(0, 0)).isEqualTo(8);
            assertThat(list.get(ROWS / 2, 5)).isZero();
        }
    }

    @Test
    void its_files_have_no_names() throws IOException {
        try (var scratch = new Scratch(folder)) {
            new IntList(scratch, 24, ROWS).set(ROWS - 1, 0, 1);
            try (var files = Files.list(folder)) {
                assertThat(files).isEmpty();
            }
        }
    }
}
