package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.torch.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrunkTest {

    @TempDir
    private Path folder;

    @Test
    void what_is_kept_below_any_layer_leads_to_the_hidden_states_of_the_whole_model() {
        try (var model = TinyTask.model();
                var scope = Scope.plain()) {
            var rows = PackedRows.of(List.of(TinyTask.pairs(3, 1).get(0).row()));
            var whole = rows.hidden(model, Adapter.NONE).floats();
            for (int layers = 0; layers <= 2; layers++) {
                try (var trunk = new Trunk(model, layers, Optional.of(folder.resolve("trunk")))) {
                    for (int time = 0; time < 2; time++) {
                        var entry = trunk.enter(0, rows);
                        assertThat(entry.layer()).isEqualTo(layers);
                        assertThat(entry.hidden(Adapter.NONE).floats()).containsExactly(whole, within(1e-6f));
                    }
                }
            }
        }
        assertThat(Files.exists(folder.resolve("trunk"))).isFalse();
    }
}
