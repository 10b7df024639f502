/**
 * Low-rank adapters (LoRA, Hu et al., 2021) on a decoder's projections, their PEFT folder layout, and models into which
 * they are merged.
 */
package io.kernelign.lm.lora;
