/**
 * How much memory a training takes, part by part, before it starts; whether that fits; and what would make it fit. The
 * formulas follow what the decoder, the loop and libtorch hold on to, and say so where they stand.
 */
package io.kernelign.training.memory;
