package io.kernelign.trainer.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.input.InvalidInputException;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PsiCurvesTest {

    private static Map<String, Object> rbf(double sigma) {
        return Map.of("kernel", Map.of("name", "rbf", "margin", Map.of("sigma", sigma)));
    }

    @Test
    void psi_has_slope_1_where_the_margin_is_0_and_an_rbf_kernel_keeps_it_below_its_width_times_the_root_of_2() {
        var curve = PsiCurves.of(rbf(2));
        int middle = curve.margins().size() / 2;

        assertThat(curve.margins().get(middle)).isZero();
        assertThat(curve.psi().get(middle)).isZero();
        assertThat(curve.slope().get(middle)).isCloseTo(1, within(1e-6));
        assertThat(Collections.max(curve.psi())).isBetween(2.8, 2 * Math.sqrt(2));
    }

    @Test
    void plain_dpo_is_the_margin_itself() {
        var curve = PsiCurves.of(Map.of());

        assertThat(curve.psi()).isEqualTo(curve.margins());
        assertThat(curve.slope()).allMatch(slope -> slope == 1);
    }

    @Test
    void in_the_paper_s_formulation_it_is_the_kernel_of_the_log_ratio() {
        var curve = PsiCurves.of(Map.of("formulation", "paper", "kernel", "rbf"));

        assertThat(Collections.max(curve.psi())).isEqualTo(1);
        assertThat(curve.psi().get(0)).isCloseTo(0, within(1e-6));
    }

    @Test
    void a_parameter_out_of_range_is_named_as_in_a_job() {
        assertThatThrownBy(() -> PsiCurves.of(rbf(-1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("objective.kernel.margin.sigma is -1.0");
    }
}
