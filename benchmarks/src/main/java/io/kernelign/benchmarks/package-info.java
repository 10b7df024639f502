/**
 * Reproducible comparisons with the tools that users would otherwise pick. Each program runs the peer in the
 * same run and writes its table into docs/.
 */
package io.kernelign.benchmarks;
