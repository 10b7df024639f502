/** Which pairs of a data set are measured, and their texts. */
package io.kernelign.data.sample;
