/** What a pilot of all candidates costs on a real model and real preferences. */
package io.kernelign.benchmarks.selection.pilot;
