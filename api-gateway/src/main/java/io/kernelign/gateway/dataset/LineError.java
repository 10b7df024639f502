package io.kernelign.gateway.dataset;

import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.DefectKind;

/** One bad row as problem details tell it. */
record LineError(long line, String field, String found, String accepted, DefectKind kind, String message) {

    static LineError of(Defect defect) {
        return new LineError(
                defect.line(), defect.field(), defect.found(), defect.expected(), defect.kind(), defect.message());
    }
}
