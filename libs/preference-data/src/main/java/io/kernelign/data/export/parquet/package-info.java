/**
 * Records as Parquet without Hadoop, pairs among them: Apache's parquet-column takes records apart and encodes columns; its pages are packed,
 * kept until a row group is full, and written with the footer that says where they lie.
 */
package io.kernelign.data.export.parquet;
