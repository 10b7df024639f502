/** {@code config.json} of a model folder as a valid, immutable description of the decoder. */
package io.kernelign.lm.config;
