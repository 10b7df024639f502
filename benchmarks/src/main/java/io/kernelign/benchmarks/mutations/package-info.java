/** Preference data with everything wrong that can be: does the import crash, hang or take too much memory? */
package io.kernelign.benchmarks.mutations;
