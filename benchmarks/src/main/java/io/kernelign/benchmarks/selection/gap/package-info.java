/** How near to the best of all candidates a selection comes: by a pilot, by the rules, and by plain DPO. */
package io.kernelign.benchmarks.selection.gap;
