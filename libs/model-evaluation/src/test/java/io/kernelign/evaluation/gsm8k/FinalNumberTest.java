package io.kernelign.evaluation.gsm8k;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinalNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 + 4 is 7. #### 7 | 7",
                "#### 1,234 and 5 more | 1234",
                "#### 7 #### 8 | 7",
                "#### -7. | -7",
                "#### $7 | 7",
                "She has 3 apples, so the answer is 12. | 12",
                "It costs $1,250. | 1250",
                "It costs $12.50 | 12.50",
                "He loses 4: -4 | -4",
            })
    void it_is_the_marked_number_or_else_the_last_one_without_marks_of_thousands_and_currency(
            String text, String number) {
        assertThat(FinalNumber.of(text)).hasValue(number);
    }

    @Test
    void an_answer_in_words_has_none() {
        assertThat(FinalNumber.of("seven")).isEmpty();
    }
}
