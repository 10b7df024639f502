package io.kernelign.lm.family;

import io.kernelign.lm.config.NormPlaces;
import io.kernelign.lm.config.QueryKeyNorm;
import java.util.List;
import java.util.Map;

/** OLMo 2: norms on what is added to the residual stream, and on queries and keys over all heads. */
final class Olmo2 {

    static final Family FAMILY = new Family(
            "Olmo2ForCausalLM", "olmo2", Map.of("rms_norm_eps", 1e-5), List.of(), (values, draft) -> draft.norms(
                            NormPlaces.AFTER)
                    .queryKeyNorm(QueryKeyNorm.WHOLE));

    private Olmo2() {}
}
