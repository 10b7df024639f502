package io.kernelign.trainer.training;

import io.kernelign.alignment.spectrum.AlphaDrift;
import io.kernelign.alignment.spectrum.MatrixAlpha;
import io.kernelign.alignment.spectrum.WeightedAlpha;
import io.kernelign.training.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of weight matrices and how training moved it, as plain JSON data for a job's record. */
final class SpectrumDetails {

    private SpectrumDetails() {}

    /** Empty when the model's matrices are too small to be fitted. */
    static Map<String, Object> of(Findings findings) {
        if (findings.alphaBefore().isEmpty() || findings.alphaAfter().isEmpty()) {
            return Map.of();
        }
        var before = findings.alphaBefore().get();
        var after = findings.alphaAfter().get();
        var drift = AlphaDrift.between(before, after);
        return Map.of(
                "matrices", table(before, after),
                "notFitted", after.notFitted(),
                "drift",
                        Map.of(
                                "weightedAlpha", drift.alphaHat(),
                                "meanAlpha", drift.meanAlpha(),
                                "mostMoved", drift.mostMoved(),
                                "mostMovedBy", drift.mostMovedBy()));
    }

    private static List<Map<String, Object>> table(WeightedAlpha before, WeightedAlpha after) {
        var earlier = before.matrices().stream().collect(Collectors.toMap(MatrixAlpha::name, MatrixAlpha::alpha));
        var rows = new ArrayList<Map<String, Object>>();
        for (var matrix : after.matrices()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("matrix", matrix.name());
            row.put("alpha", matrix.alpha());
            row.put("alphaBefore", earlier.get(matrix.name()));
            row.put("xmin", matrix.xmin());
            row.put("distance", matrix.distance());
            row.put("tail", matrix.tail());
            row.put("log10LambdaMax", matrix.log10LambdaMax());
            row.put("weightedAlpha", matrix.weightedAlpha());
            row.put("logAlphaNorm", matrix.logAlphaNorm());
            row.put("alphaW", matrix.alphaW());
            rows.add(row);
        }
        return rows;
    }
}
