package io.kernelign.trainer.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.embedding.EmbeddingOrigin;
import io.kernelign.data.split.Fold;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.trainer.spec.SelectionEncoder;
import io.kernelign.trainer.training.EmbeddingFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobEmbeddingsTest {

    private static final EmbeddingFiles FILES =
            new EmbeddingFiles(new EmbeddingOrigin("minilm", "abc"), Path.of("vectors"), Optional.of(Path.of("fit")));

    private static JobEmbeddings of(Optional<Fold> fold) {
        var spec = new JobSpec(
                null,
                "tiny",
                "ds_1",
                null,
                fold,
                Optional.empty(),
                SelectionEncoder.MINILM,
                Optional.empty(),
                null,
                null,
                List.of(),
                null,
                0,
                Map.of(),
                Optional.empty());
        return JobEmbeddings.of(spec, FILES, Optional.empty());
    }

    @Test
    void a_job_that_holds_out_a_fold_takes_the_vectors_of_the_data_set_and_not_a_fit_that_has_seen_the_fold() {
        assertThat(of(Optional.empty()).training()).contains(FILES);
        assertThat(of(Optional.of(new Fold(5, 0, 0))).training()).hasValueSatisfying(files -> {
            assertThat(files.vectors()).isEqualTo(FILES.vectors());
            assertThat(files.fit()).isEmpty();
        });
    }
}
