/**
 * Which point of a space to try next. Searches are pure functions of their settings and of what was tried: the same
 * history leads to the same next point, whoever asks and how often.
 */
package io.kernelign.search;
