/** How fast embedded pairs are measured and texts embedded. */
package io.kernelign.benchmarks.selection.speed;
