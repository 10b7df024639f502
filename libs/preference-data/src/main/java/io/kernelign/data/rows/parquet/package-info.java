/**
 * Parquet without Hadoop: the columns are decoded and the rows put together by Apache's parquet-column, page by page, so
 * that a row group of any size takes the memory of a page a column. What the library takes at its word (sizes, counts,
 * offsets, runs) is compared with the file before it allocates anything.
 */
package io.kernelign.data.rows.parquet;
