/** Generation of text from a decoder, one sequence at a time. */
package io.kernelign.lm.generation;
