/** Sentence encoders: texts in, vectors out. */
package io.kernelign.embedding;
