package io.kernelign.gateway.upload;

import java.util.List;
import java.util.Map;

/**
 * An upload as it is asked for; everything in it has been checked. Its parameters are those of {@link Upload}.
 *
 * @param parts ids of the uploads that it is made of; empty for one that brings its bytes
 * @param length of the bytes that it brings; 0 with parts
 */
record NewUpload(
        String fileName,
        Map<String, String> options,
        String metadata,
        String concat,
        JoinAs joinAs,
        List<String> parts,
        long length) {}
