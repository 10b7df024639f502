/** The canonical preference pair, its identity and its file. */
package io.kernelign.data.pair;
