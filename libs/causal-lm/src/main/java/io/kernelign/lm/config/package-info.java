/** The parts that a decoder is made of, as a {@code config.json} describes them, and its tensors' names and shapes. */
package io.kernelign.lm.config;
