/** The trainer with a training that counts, the services beside it, and jobs for both. */
package io.kernelign.trainer.testing;
