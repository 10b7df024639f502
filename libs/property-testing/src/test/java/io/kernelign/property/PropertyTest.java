package io.kernelign.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PropertyTest {

    private record Square(double side) {}

    @Test
    void a_statement_is_checked_on_a_thousand_cases_which_are_the_same_in_every_run() {
        var once = drawn(draw -> draw.number(-3, 3));

        assertThat(once).hasSize(1000).isEqualTo(drawn(draw -> draw.number(-3, 3)));
        assertThat(once).allMatch(number -> number >= -3 && number <= 3).contains(-3.0, 0.0, 3.0);
        assertThat(once.stream().distinct().count()).isGreaterThan(850);
    }

    @Test
    void the_first_case_that_fails_is_named_with_what_was_wrong_with_it() {
        var failure = catchThrowableOfType(
                AssertionError.class,
                () -> Property.forAll(draw -> new Square(draw.number(0, 2)), square -> assertThat(square.side())
                        .isLessThan(1)));

        assertThat(failure).hasMessageContaining("of 1000, Square[side=").hasMessageContaining("less than");
        assertThat(failure.getCause()).isInstanceOf(AssertionError.class);
    }

    @Test
    void numbers_over_decades_reach_every_decade_and_both_signs() {
        var numbers = drawn(draw -> draw.signed(1e-6, 1e4));

        assertThat(numbers).contains(0.0).allMatch(number -> number == 0 || Math.abs(number) >= 1e-6);
        assertThat(numbers).anyMatch(number -> number < 0 && number > -1e-4).anyMatch(number -> number > 1e3);
    }

    @Test
    void weights_on_a_simplex_are_positive_and_sum_to_1() {
        Property.forAll(draw -> draw.simplex(4), weights -> {
            assertThat(weights).hasSize(4).allMatch(weight -> weight > 0);
            assertThat(weights.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(1e-12));
        });
    }

    private static List<Double> drawn(Function<Draw, Double> kind) {
        var all = new ArrayList<Double>();
        Property.forAll(kind, all::add);
        return all;
    }
}
