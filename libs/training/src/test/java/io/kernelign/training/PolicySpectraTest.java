package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.alignment.spectrum.MatrixSpectrum;
import io.kernelign.torch.Torch;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PolicySpectraTest {

    private final int threads = Torch.threads();

    @AfterEach
    void restore() {
        Torch.threads(threads);
    }

    @Test
    void spectra_are_the_same_in_the_same_order_whether_one_matrix_is_taken_at_a_time_or_several() {
        try (var policy = new FullPolicy(TinyTask.model())) {
            Torch.threads(1);
            var oneByOne = PolicySpectra.of(policy);
            Torch.threads(3);
            var atOnce = PolicySpectra.of(policy);

            assertThat(names(atOnce)).hasSize(14).isEqualTo(names(oneByOne));
            for (int i = 0; i < oneByOne.size(); i++) {
                assertThat(atOnce.get(i).eigenvalues())
                        .containsExactly(oneByOne.get(i).eigenvalues(), within(1e-9));
            }
            assertThat(Torch.threads()).isEqualTo(3);
        }
    }

    private static List<String> names(List<MatrixSpectrum> spectra) {
        return spectra.stream().map(MatrixSpectrum::name).toList();
    }

    @Test
    void what_goes_wrong_with_one_of_several_matrices_is_thrown_as_it_is() {
        var policy = new FullPolicy(TinyTask.model());
        policy.close();
        Torch.threads(2);

        assertThatThrownBy(() -> PolicySpectra.of(policy)).isNotInstanceOf(CompletionException.class);
    }
}
