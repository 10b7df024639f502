/** Safetensors files: checked before a byte of data is touched, read by memory map, written deterministically. */
package io.kernelign.lm.weights;
