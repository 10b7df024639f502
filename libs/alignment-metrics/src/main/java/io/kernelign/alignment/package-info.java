/**
 * The numbers that the paper selects and judges by, in plain Java over primitive arrays: selection metrics and
 * rules, preference F1, Davies-Bouldin score, heavy-tailed weighted alpha. Imports nothing of ours.
 */
package io.kernelign.alignment;
