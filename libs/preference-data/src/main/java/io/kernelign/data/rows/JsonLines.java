package io.kernelign.data.rows;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Place;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON Lines: one object a line. Blank lines are no rows; a byte order mark is passed over. */
public final class JsonLines implements RowSource {

    private static final String EXPECTED = "one JSON object a line";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final LineReader lines;
    private final Limits limits;
    private final JsonMapper json;
    private long bytesRead;

    public JsonLines(InputStream unpacked, Limits limits) {
        this.lines = new LineReader(unpacked, limits.lineBytes());
        this.limits = limits;
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.nesting())
                .build();
        this.json = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    @Override
    public Row next() throws IOException {
        for (var line = lines.next(); line != null; line = lines.next()) {
            bytesRead += line.bytes().length;
            try {
                var text = text(line);
                if (!text.isBlank()) {
                    return new Row.Readable(Place.ofLine(line.number()), object(text));
                }
            } catch (BadRowException e) {
                return new Row.Unreadable(Place.ofLine(line.number()), e);
            }
        }
        return null;
    }

    @Override
    public long bytesRead() {
        return bytesRead;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private String text(LineReader.Line line) {
        if (line.tooLong()) {
            throw new BadRowException(
                    DefectKind.LINE_TOO_LONG, "", "a line of at most " + limits.lineBytes() + " bytes", "a longer one");
        }
        var text = Utf8.decode(line.bytes());
        return line.number() == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private ObjectNode object(String text) {
        if (parse(text) instanceof ObjectNode object) {
            return object;
        }
        throw new BadRowException(DefectKind.INVALID_JSON, "", EXPECTED, text);
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            if (e instanceof StreamConstraintsException && e.getMessage().contains("nesting depth")) {
                throw new BadRowException(
                        DefectKind.NESTED_TOO_DEEPLY, "", "nesting of at most " + limits.nesting() + " levels", text);
            }
            var where = e.getLocation() == null
                    ? ""
                    : " at character " + e.getLocation().getColumnNr();
            throw new BadRowException(DefectKind.INVALID_JSON, "", EXPECTED + "; it breaks off" + where, text);
        }
    }
}
