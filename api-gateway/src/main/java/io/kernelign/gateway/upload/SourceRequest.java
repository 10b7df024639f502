package io.kernelign.gateway.upload;

import io.kernelign.gateway.source.DatasetSource;
import java.util.Map;

/**
 * A data set that is to be fetched; everything in it has been checked.
 *
 * @param address of the source, as the caller wrote it
 * @param options what is said beside it, as texts
 */
record SourceRequest(DatasetSource source, String address, Map<String, String> options) {}
