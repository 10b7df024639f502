/**
 * Causal language models from a Hugging Face folder: configuration, weights, tokenizer, decoder, LoRA adapters
 * and generation. May import torch, checked-input and chat-template; only its tokenizer package may import
 * DJL's tokenizers.
 */
package io.kernelign.lm;
