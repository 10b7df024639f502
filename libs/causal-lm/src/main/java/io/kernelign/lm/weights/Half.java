package io.kernelign.lm.weights;

/** IEEE 754 binary16; {@code Float.float16ToFloat} came only after Java 17. */
final class Half {

    private static final float SMALLEST = 0x1p-24f;

    private Half() {}

    static float toFloat(short bits) {
        int exponent = (bits >> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        float magnitude =
                switch (exponent) {
                    case 0 -> fraction * SMALLEST;
                    case 0x1f -> Float.intBitsToFloat(0x7f800000 | fraction << 13);
                    default -> Float.intBitsToFloat((exponent + 112) << 23 | fraction << 13);
                };
        return bits < 0 ? -magnitude : magnitude;
    }
}
