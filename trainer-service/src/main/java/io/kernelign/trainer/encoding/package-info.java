/** Models as sentence encoders: texts as their mean-pooled last hidden states. */
package io.kernelign.trainer.encoding;
