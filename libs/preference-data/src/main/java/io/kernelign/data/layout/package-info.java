/**
 * The layouts in which preference data is published. A layout is one small file implementing
 * {@link io.kernelign.data.layout.Layout}, plus one line in {@link io.kernelign.data.layout.Layouts}.
 */
package io.kernelign.data.layout;
