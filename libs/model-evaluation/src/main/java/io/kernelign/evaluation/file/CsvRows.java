package io.kernelign.evaluation.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The rows of a CSV file as RFC 4180 has it. Empty lines are no rows. */
public final class CsvRows {

    private CsvRows() {}

    /**
     * Of a file whose first line is a row already.
     *
     * @param columns their names, which the file does not tell
     * @throws InvalidInputException when there is no row, or one with another number of fields
     */
    public static List<Row> withoutHeader(BenchmarkFolder folder, String file, List<String> columns)
            throws IOException {
        return rows(file, records(folder, file), columns);
    }

    /**
     * Of a file whose first line names the columns.
     *
     * @param needed columns that must be there, among others
     * @throws InvalidInputException when one of them is not, or there is no row, or one with another number of fields
     */
    public static List<Row> withHeader(BenchmarkFolder folder, String file, List<String> needed) throws IOException {
        var records = records(folder, file);
        var header = records.get(0).getFields();
        for (var column : needed) {
            if (!header.contains(column)) {
                throw Place.line(file, 1).missing("column " + column, "a header with " + String.join(", ", needed));
            }
        }
        return rows(file, records.subList(1, records.size()), header);
    }

    private static List<CsvRecord> records(BenchmarkFolder folder, String file) throws IOException {
        var reading = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
        try (var reader = reading.ofCsvRecord(folder.text(file))) {
            return reader.stream().toList();
        } catch (CsvParseException e) {
            throw new InvalidInputException(FieldError.unacceptable(file, e.getMessage(), "CSV as RFC 4180 has it"));
        }
    }

    private static List<Row> rows(String file, List<CsvRecord> records, List<String> columns) {
        if (records.isEmpty()) {
            throw new InvalidInputException(FieldError.unacceptable(file, "without a row", "at least one row"));
        }
        var rows = new ArrayList<Row>();
        for (var record : records) {
            var place = Place.line(file, record.getStartingLineNumber());
            if (record.getFieldCount() != columns.size()) {
                throw place.unacceptable(
                        "number of fields", record.getFieldCount(), columns.size() + ": " + String.join(", ", columns));
            }
            var fields = new LinkedHashMap<String, String>();
            for (int i = 0; i < columns.size(); i++) {
                fields.put(columns.get(i), record.getField(i));
            }
            rows.add(new Row(place, fields));
        }
        return rows;
    }
}
