package io.kernelign.trainer.job;

import io.kernelign.contracts.JobState;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** States stand in the table as they stand in JSON. */
@Converter(autoApply = true)
class JobStateConverter implements AttributeConverter<JobState, String> {

    @Override
    public String convertToDatabaseColumn(JobState state) {
        return state == null ? null : state.json();
    }

    @Override
    public JobState convertToEntityAttribute(String column) {
        return column == null ? null : JobState.valueOf(column.toUpperCase(Locale.ROOT));
    }
}
