/** Tables over all pairs of an import: small ones in the heap, large ones in files that are mapped, so that the heap stays small. */
package io.kernelign.data.index;
