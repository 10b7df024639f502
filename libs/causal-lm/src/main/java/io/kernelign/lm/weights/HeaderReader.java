package io.kernelign.lm.weights;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.json.JsonStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the header of a safetensors file and holds it against the file, as the format demands: no gap, no overlap. What
 * it allocates is bounded by the header's length, whatever the header says.
 */
final class HeaderReader {

    static final int LONGEST = 100_000_000;
    static final int MOST_TENSORS = 100_000;
    private static final int LENGTH_BYTES = 8;
    private static final String METADATA = "__metadata__";

    private final String file;

    HeaderReader(String file) {
        this.file = file;
    }

    Header read(ByteSource source) throws IOException {
        long size = source.size();
        if (size < LENGTH_BYTES) {
            throw wrong("", size + " bytes", "a safetensors file, which has at least " + LENGTH_BYTES + " bytes");
        }
        long length = ByteBuffer.wrap(source.bytes(0, LENGTH_BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        if (length < 2 || length > LONGEST || length > size - LENGTH_BYTES) {
            throw wrong(
                    "header length",
                    Long.toUnsignedString(length),
                    "2 to " + Math.min(LONGEST, size - LENGTH_BYTES) + ", inside the file's " + size + " bytes");
        }
        long dataStart = LENGTH_BYTES + length;
        var tensors = tensors(source.bytes(LENGTH_BYTES, (int) length));
        return new Header(dataStart, seamless(tensors, size - dataStart));
    }

    private Map<String, TensorInfo> tensors(byte[] header) {
        try (var json = JsonStream.of(header)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw JsonFile.invalid(file + ": header", "another value");
            }
            var tensors = new LinkedHashMap<String, TensorInfo>();
            for (var name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                if (name.equals(METADATA)) {
                    skipMetadata(json);
                } else if (tensors.put(name, TensorEntry.read(file, name, json)) != null) {
                    throw wrong(name, "there twice", "each tensor once");
                } else if (tensors.size() > MOST_TENSORS) {
                    throw wrong("header", "more than " + MOST_TENSORS + " tensors", "at most that many");
                }
            }
            if (json.nextToken() != null) {
                throw JsonFile.invalid(file + ": header", "more than one value");
            }
            return tensors;
        } catch (JacksonException e) {
            throw JsonFile.invalid(file + ": header", e);
        }
    }

    /** Free texts, which nobody here asks for. */
    private void skipMetadata(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw wrong(METADATA, TokenText.of(json), "an object of texts");
        }
        for (var key = json.nextName(); key != null; key = json.nextName()) {
            if (json.nextToken() != JsonToken.VALUE_STRING) {
                throw wrong(METADATA + "." + key, TokenText.of(json), "a text");
            }
        }
    }

    private Map<String, TensorInfo> seamless(Map<String, TensorInfo> tensors, long dataLength) {
        var inOrder = tensors.values().stream()
                .sorted(Comparator.comparingLong(TensorInfo::begin).thenComparingLong(TensorInfo::end))
                .toList();
        var byName = new LinkedHashMap<String, TensorInfo>();
        long at = 0;
        for (var tensor : inOrder) {
            requireAt(at, tensor, dataLength);
            byName.put(tensor.name(), tensor);
            at = tensor.end();
        }
        if (at != dataLength) {
            throw wrong("data", dataLength + " bytes", "the " + at + " bytes that the header describes");
        }
        return Collections.unmodifiableMap(byName);
    }

    private void requireAt(long at, TensorInfo tensor, long dataLength) {
        var place = tensor.name() + ".data_offsets";
        var found = List.of(tensor.begin(), tensor.end());
        if (tensor.end() > dataLength) {
            var accepted = "a range inside the " + dataLength + " bytes of data (is the file truncated?)";
            throw wrong(place, found, accepted);
        }
        if (tensor.begin() != at) {
            var fault = tensor.begin() < at ? "it overlaps the tensor before" : "it leaves a gap";
            throw wrong(place, found, "a range from " + at + " on: " + fault);
        }
    }

    private InvalidInputException wrong(String part, Object found, String accepted) {
        return TensorEntry.wrong(file, part, found, accepted);
    }
}
