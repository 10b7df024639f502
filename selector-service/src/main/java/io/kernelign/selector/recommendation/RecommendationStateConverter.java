package io.kernelign.selector.recommendation;

import io.kernelign.contracts.RecommendationState;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** States stand in the table as they stand in JSON. */
@Converter(autoApply = true)
class RecommendationStateConverter implements AttributeConverter<RecommendationState, String> {

    @Override
    public String convertToDatabaseColumn(RecommendationState state) {
        return state.json();
    }

    @Override
    public RecommendationState convertToEntityAttribute(String column) {
        return RecommendationState.valueOf(column.toUpperCase(Locale.ROOT));
    }
}
