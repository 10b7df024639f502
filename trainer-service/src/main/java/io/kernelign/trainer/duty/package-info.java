/** What a trainer's process is there for: to take work from the queue, to hand it to Kubernetes, or to do one piece of it. */
package io.kernelign.trainer.duty;
