package io.kernelign.gateway.upload;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Place;

/** One bad row as problem details tell it. */
record RowError(
        @JsonUnwrapped Place place, String field, String found, String accepted, DefectKind kind, String message) {

    static RowError of(Defect defect) {
        return new RowError(
                defect.place(), defect.field(), defect.found(), defect.expected(), defect.kind(), defect.message());
    }
}
