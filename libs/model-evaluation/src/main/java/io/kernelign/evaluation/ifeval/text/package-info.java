/**
 * Texts as the authors' checker sees them: through Python's {@code str} and {@code re}, the tokenizers of NLTK and the language
 * detection of langdetect.
 */
package io.kernelign.evaluation.ifeval.text;
