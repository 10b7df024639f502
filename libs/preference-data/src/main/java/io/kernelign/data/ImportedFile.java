package io.kernelign.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kernelign.data.pair.Split;
import io.kernelign.data.rows.Compression;
import io.kernelign.data.rows.Container;

/**
 * What a file turned out to be.
 *
 * @param split as {@link DataFile} has it
 */
public record ImportedFile(
        String name,
        Container container,
        Compression compression,
        @JsonInclude(JsonInclude.Include.NON_NULL) Split split) {

    public ImportedFile(String name, Container container, Compression compression) {
        this(name, container, compression, null);
    }
}
