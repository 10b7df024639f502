/** One epoch of DPO with LoRA: Kernelign beside Hugging Face TRL, same model, pairs, adapter, threads and precision. */
package io.kernelign.benchmarks.train;
