/** Canonical pairs as files that other programs read, in TRL's explicit preference format. */
package io.kernelign.data.export;
