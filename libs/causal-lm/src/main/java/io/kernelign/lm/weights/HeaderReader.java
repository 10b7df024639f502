package io.kernelign.lm.weights;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.json.JsonFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the header of a safetensors file and holds it against the file, as the format demands: no gap, no overlap. */
final class HeaderReader {

    static final int LONGEST = 100_000_000;
    private static final int LENGTH_BYTES = 8;
    private static final String METADATA = "__metadata__";

    private final String file;

    private HeaderReader(String file) {
        this.file = file;
    }

    static Header read(String file, FileChannel channel) throws IOException {
        return new HeaderReader(file).read(channel);
    }

    private Header read(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < LENGTH_BYTES) {
            throw wrong("", size + " bytes", "a safetensors file, which has at least " + LENGTH_BYTES + " bytes");
        }
        long length = bytes(channel, 0, LENGTH_BYTES).getLong();
        if (length < 2 || length > LONGEST || length > size - LENGTH_BYTES) {
            throw wrong(
                    "header length",
                    Long.toUnsignedString(length),
                    "2 to " + Math.min(LONGEST, size - LENGTH_BYTES) + ", inside the file's " + size + " bytes");
        }
        long dataStart = LENGTH_BYTES + length;
        var json = JsonFile.parse(
                file + ": header", bytes(channel, LENGTH_BYTES, (int) length).array());
        var metadata = metadata(json.remove(METADATA));
        return new Header(dataStart, tensors(json, size - dataStart), metadata);
    }

    private static ByteBuffer bytes(FileChannel channel, long position, int count) throws IOException {
        var buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
        return buffer.flip();
    }

    private Map<String, String> metadata(Object raw) {
        if (raw == null) {
            return Map.of();
        }
        var texts = new LinkedHashMap<String, String>();
        if (!(raw instanceof Map<?, ?> object)) {
            throw wrong(METADATA, raw, "an object of texts");
        }
        object.forEach((key, value) -> {
            if (!(value instanceof String text)) {
                throw wrong(METADATA + "." + key, value, "a text");
            }
            texts.put((String) key, text);
        });
        return Collections.unmodifiableMap(texts);
    }

    private Map<String, TensorInfo> tensors(Map<String, Object> json, long dataLength) {
        var tensors = new ArrayList<TensorInfo>(json.size());
        json.forEach((name, entry) -> tensors.add(TensorEntry.read(file, name, entry)));
        tensors.sort(Comparator.comparingLong(TensorInfo::begin).thenComparingLong(TensorInfo::end));
        requireSeamless(tensors, dataLength);
        var byName = new LinkedHashMap<String, TensorInfo>();
        tensors.forEach(tensor -> byName.put(tensor.name(), tensor));
        return byName;
    }

    private void requireSeamless(List<TensorInfo> tensors, long dataLength) {
        long at = 0;
        for (var tensor : tensors) {
            var found = List.of(tensor.begin(), tensor.end());
            if (tensor.end() > dataLength) {
                throw wrong(
                        tensor.name() + ".data_offsets",
                        found,
                        "a range inside the " + dataLength + " bytes of data (is the file truncated?)");
            }
            if (tensor.begin() != at) {
                var fault = tensor.begin() < at ? "it overlaps the tensor before" : "it leaves a gap";
                throw wrong(tensor.name() + ".data_offsets", found, "a range from " + at + " on: " + fault);
            }
            at = tensor.end();
        }
        if (at != dataLength) {
            throw wrong("data", dataLength + " bytes", "the " + at + " bytes that the header describes");
        }
    }

    private InvalidInputException wrong(String part, Object found, String accepted) {
        return TensorEntry.wrong(file, part, found, accepted);
    }
}
