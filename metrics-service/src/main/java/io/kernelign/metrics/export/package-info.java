/** Points as files that other programs read. */
package io.kernelign.metrics.export;
