package io.kernelign.data;

import io.kernelign.data.defect.Defect;
import io.kernelign.data.layout.Findings;
import java.util.List;

/**
 * What becomes of a row.
 *
 * @param defects each makes a row bad: this one, or one that was kept back
 */
record RowOutcome(Iterable<PreparedPair> pairs, List<Findings.Applied> rules, List<Defect> defects) {

    static RowOutcome bad(Defect defect) {
        return new RowOutcome(List.of(), List.of(), List.of(defect));
    }
}
