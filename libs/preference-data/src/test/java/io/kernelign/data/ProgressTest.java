package io.kernelign.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

    @TempDir
    Path folder;

    private List<DataFile> files() throws IOException {
        var file = Files.write(folder.resolve("upload"), List.of(Imported.rows(200)));
        return List.of(new DataFile("first", file), new DataFile("second", file));
    }

    @Test
    void an_import_tells_after_each_row_of_all_its_files_how_many_there_were() throws IOException {
        var heard = new ArrayList<Long>();

        PairImport.run(files(), folder.resolve("pairs"), Imported.OPTIONS, heard::add);

        assertThat(heard)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 400).boxed().toList());
    }

    @Test
    void whoever_hears_it_can_end_it_and_nothing_remains() {
        var pairs = folder.resolve("pairs");

        assertThatThrownBy(() -> PairImport.run(files(), pairs, Imported.OPTIONS, rows -> {
                    if (rows == 250) {
                        throw new IllegalStateException("enough");
                    }
                }))
                .hasMessage("enough");

        assertThat(pairs).doesNotExist();
    }
}
