/** How fast a large data set goes in, beside copying and hashing it; how fast rows are checked, beside Python. */
package io.kernelign.benchmarks.upload;
