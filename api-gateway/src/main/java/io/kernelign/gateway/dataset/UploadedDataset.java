package io.kernelign.gateway.dataset;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kernelign.data.ImportReport;

/** A data set just taken, with what the import found. */
public record UploadedDataset(@JsonUnwrapped DatasetView dataset, ImportReport report) {}
