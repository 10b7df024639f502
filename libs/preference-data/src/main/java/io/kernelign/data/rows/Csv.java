package io.kernelign.data.rows;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Place;
import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.text.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** CSV as RFC 4180 has it: the first record names the columns, and every value is text. Blank lines are no rows. */
final class Csv extends TextRows {

    private static final String HEADER = "CSV whose first line names every column, and none twice";

    private final List<String> header;

    private Csv(CsvCutter records, List<String> header, Limits limits) {
        super(records, limits);
        this.header = header;
    }

    /** @throws UnusableInputException the header cannot be used */
    static Csv of(InputStream text, Limits limits) throws IOException {
        var records = new CsvCutter(text, limits.lineBytes());
        return new Csv(records, header(records, limits), limits);
    }

    @Override
    Place place(RowCutter.Cut cut) {
        return Place.ofLine(cut.line());
    }

    @Override
    ObjectNode columns(RowCutter.Cut cut) {
        var text = Utf8.decode(cut.bytes(), "");
        var fields = fields(text);
        if (fields.size() != header.size()) {
            throw new BadRowException(
                    DefectKind.INVALID_CSV,
                    "",
                    header.size() + " fields, as many as the header has",
                    fields.size() + ": " + text);
        }
        var columns = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < fields.size(); i++) {
            columns.put(header.get(i), fields.get(i));
        }
        return columns;
    }

    private static List<String> fields(String record) {
        try (var reader = CsvReader.builder().ofCsvRecord(record)) {
            return reader.iterator().next().getFields();
        } catch (CsvParseException e) {
            throw new BadRowException(
                    DefectKind.INVALID_CSV, "", "a comma or the end of the record after a quoted field", record);
        } catch (IOException e) {
            throw new IllegalStateException("a text needs no reading", e);
        }
    }

    private static List<String> header(CsvCutter records, Limits limits) throws IOException {
        for (var cut = records.next(); cut != null; cut = records.next()) {
            try {
                requireWhole(cut, limits);
                if (!cut.isBlank()) {
                    return checked(fields(Utf8.decode(cut.bytes(), "")), cut.line());
                }
            } catch (BadRowException e) {
                throw refused(e.at(Place.ofLine(cut.line())).message());
            }
        }
        return List.of();
    }

    private static List<String> checked(List<String> header, long line) {
        var names = new HashSet<String>();
        for (int i = 0; i < header.size(); i++) {
            var name = header.get(i);
            if (name.isBlank()) {
                throw refused("line " + line + " has no name for column " + (i + 1));
            }
            if (!names.add(name)) {
                throw refused("line " + line + " names two columns " + name);
            }
        }
        return header;
    }

    private static UnusableInputException refused(String reason) {
        return new UnusableInputException("file", "CSV with a header that cannot be used: " + reason, HEADER);
    }
}
