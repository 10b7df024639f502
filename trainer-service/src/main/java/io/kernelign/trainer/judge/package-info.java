/** Models behind endpoints that judge the answers to benchmarks. */
package io.kernelign.trainer.judge;
