package io.kernelign.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.property.Property;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void the_interval_of_a_share_is_scipys_exact_one() {
        for (var share : Golden.read("statistics").get("shares")) {
            var interval =
                    Interval.ofShare(share.get("ones").asInt(), share.get("all").asInt());

            assertThat(interval.low()).isCloseTo(share.get("low").asDouble(), within(1e-9));
            assertThat(interval.high()).isCloseTo(share.get("high").asDouble(), within(1e-9));
        }
    }

    @Test
    void the_interval_of_a_share_holds_it_and_none_reaches_beyond_0_and_1() {
        record Share(int ones, int all) {}
        Property.forAll(
                draw -> {
                    int all = draw.integer(1, 2000);
                    return new Share(draw.integer(0, all), all);
                },
                share -> {
                    var interval = Interval.ofShare(share.ones, share.all);
                    double value = (double) share.ones / share.all;
                    assertThat(interval.low()).isBetween(0.0, value);
                    assertThat(interval.high()).isBetween(value, 1.0);
                });
    }

    @Test
    void the_middle_of_a_sample_leaves_out_a_fortieth_on_either_side() {
        var sample = DoubleStream.iterate(400, value -> value - 1).limit(401).toArray();

        assertThat(Interval.middle(sample)).isEqualTo(new Interval(10, 390));
    }
}
