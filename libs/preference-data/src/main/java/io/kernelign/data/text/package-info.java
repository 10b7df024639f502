/** Texts as UTF-8 bytes, from the row in which they stand to the file that they go into. */
package io.kernelign.data.text;
