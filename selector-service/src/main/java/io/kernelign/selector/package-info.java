/**
 * Owns recommendations (schema selector): embeds a data set, measures its geometry, recommends a kernel and a
 * divergence with the trace of rules that led there.
 */
package io.kernelign.selector;
