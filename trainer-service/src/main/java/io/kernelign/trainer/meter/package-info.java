/** What Prometheus reads of the trainer beside what every service has. */
package io.kernelign.trainer.meter;
