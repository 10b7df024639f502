package io.kernelign.lm.family;

import io.kernelign.input.Field;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import io.kernelign.lm.config.RopeConfig;
import io.kernelign.lm.config.RopeScaling;
import java.util.List;

/** Rotary positions in {@code config.json}: their theta, the share of a head that is rotated, their scaling. */
final class RopeFields {

    static final Field<Double> THETA =
            Field.defaulted("rope_theta", Types.numberAbove(0, 1e12), 10_000.0, "base of the rotary frequencies");
    static final Field<RopeParameters> SCALING =
            Field.optional("rope_scaling", RopeType.ANY, "older name of rope_parameters, without theta");
    static final Field<RopeParameters> PARAMETERS =
            Field.optional("rope_parameters", RopeType.ANY, "rotary frequencies, in place of rope_theta");

    private static final Field<Double> SHARE =
            Field.defaulted("partial_rotary_factor", Types.numberAbove(0, 1), 1.0, "share of a head that is rotated");

    static final List<Field<?>> ALL = List.of(THETA, SCALING, PARAMETERS, SHARE, ScalingFields.TRAINED);

    private RopeFields() {}

    /** What the newer or the older of two fields says. */
    static RopeParameters given(Field<RopeParameters> newer, Field<RopeParameters> older, Values values) {
        return values.find(newer).or(() -> values.find(older)).orElse(RopeParameters.PLAIN);
    }

    /**
     * The rotation by given parameters, with the model's own values where they say nothing.
     *
     * @param theta where the parameters give none
     */
    static RopeConfig of(RopeParameters given, double theta, Values values, int headDim) {
        int width = (int) (headDim * given.share().orElse(values.get(SHARE)));
        if (headDim % 2 == 0 && (width % 2 != 0 || width == 0)) {
            values.reject(SHARE, "a share that makes an even width of head_dim, " + headDim);
        }
        int positions = values.get(CommonFields.POSITIONS);
        int trained = values.find(ScalingFields.TRAINED).or(given::trained).orElse(positions);
        var scaling = given.scaling().of(new RopeParameters.Span(positions, trained));
        if (scaling instanceof RopeScaling.LongRope own) {
            requireCount("short_factor", own.shortFactors(), width / 2);
            requireCount("long_factor", own.longFactors(), width / 2);
        }
        return new RopeConfig(given.theta().orElse(theta), width, scaling);
    }

    private static void requireCount(String name, List<Double> factors, int count) {
        if (factors.size() != count) {
            throw new InvalidInputException(
                    FieldError.unacceptable(name, factors, count + " numbers, one for each rotated pair of a head"));
        }
    }
}
