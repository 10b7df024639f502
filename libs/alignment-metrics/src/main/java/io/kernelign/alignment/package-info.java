/**
 * The numbers by which data and models are judged, over primitive arrays: {@code selection} reads the geometry of
 * preference data and chooses a kernel and a divergence, {@code evaluation} measures what training did,
 * {@code spectrum} reads weight matrices. Imports nothing but the JDK.
 */
package io.kernelign.alignment;
