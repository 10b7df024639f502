/**
 * Preference data sets as people have them: recognises the layout, checks every row, yields canonical pairs and
 * a report. Streams in constant memory. Imports nothing of ours.
 *
 * <p>{@link io.kernelign.data.PairImport} is the way in, {@link io.kernelign.data.pair.PairReader} the way out;
 * {@code layout} knows the layouts, {@code rows} turns bytes into rows, {@code defect} names what can be wrong.
 */
package io.kernelign.data;
