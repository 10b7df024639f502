/** What selection rests on and how fast it is. */
package io.kernelign.benchmarks.selection;
