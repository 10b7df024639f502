/** The HTTP door of the trainer, as {@code contracts} declares it. */
package io.kernelign.trainer.web;
