/**
 * Preference data sets as people have them: recognises the layout, checks every row, yields canonical pairs and
 * a report. Streams in constant memory. Imports nothing of ours.
 */
package io.kernelign.data;
