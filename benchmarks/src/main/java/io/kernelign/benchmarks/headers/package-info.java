/** Ten million hostile safetensors headers against the reader of libs/causal-lm. */
package io.kernelign.benchmarks.headers;
