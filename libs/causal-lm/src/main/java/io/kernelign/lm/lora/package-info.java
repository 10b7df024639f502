/** Low-rank adapters (LoRA, Hu et al., 2021) on a decoder's projections, and their PEFT folder layout. */
package io.kernelign.lm.lora;
