/** Generation of text from a decoder: several sequences at once, each over the cache of what it has read. */
package io.kernelign.lm.generation;
