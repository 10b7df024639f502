/** From the bytes of a file to its rows, within limits. A container format is one {@link io.kernelign.data.rows.RowSource}. */
package io.kernelign.data.rows;
