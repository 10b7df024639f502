/**
 * Text to token ids and back, and conversations to the prompt and response tokens that training needs. The only
 * package that imports DJL's tokenizers.
 */
package io.kernelign.lm.tokenizer;
