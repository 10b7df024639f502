/** Many steps, and many jobs one after another, in one process: does its memory stay flat? */
package io.kernelign.benchmarks.endurance;
