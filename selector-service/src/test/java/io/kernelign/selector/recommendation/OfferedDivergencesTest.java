package io.kernelign.selector.recommendation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.service.start.RefusedStartException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfferedDivergencesTest {

    @Test
    void an_offer_without_kl_is_refused_at_start() {
        assertThatThrownBy(() -> new OfferedDivergences(Set.of("renyi")))
                .isInstanceOf(RefusedStartException.class)
                .hasMessage(
                        "kernelign.selector.divergences is [renyi]; it must contain kl, which is recommended when no "
                                + "rule decides.");
    }
}
