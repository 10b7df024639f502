package io.kernelign.data.layout;

import java.util.ArrayList;
import java.util.List;

/** The columns by which a layout is known, each with the form of its values. */
final class Signature {

    private static final int MANY = 4;

    /** A column. */
    record Column(String name, Form form) {

        boolean holds(Sample sample) {
            return sample.has(name, form.holds());
        }

        @Override
        public String toString() {
            return form.equals(Form.ANYTHING) ? name : name + " (" + form.words() + ")";
        }
    }

    private final List<Column> columns;

    private Signature(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** A signature of columns of one form. */
    static Signature of(Form form, String... names) {
        return new Signature(List.of()).and(form, names);
    }

    /** This one with further columns, of one form. */
    Signature and(Form form, String... names) {
        var all = new ArrayList<>(columns);
        for (var name : names) {
            all.add(new Column(name, form));
        }
        return new Signature(all);
    }

    int size() {
        return columns.size();
    }

    boolean fits(Sample sample) {
        return missing(sample).isEmpty();
    }

    /** Whether rows lack one column of four or more. */
    boolean nearlyFits(Sample sample) {
        return columns.size() >= MANY && missing(sample).size() == 1;
    }

    /** The columns that rows do not have in that form. */
    List<Column> missing(Sample sample) {
        return columns.stream().filter(column -> !column.holds(sample)).toList();
    }

    /** {@code prompt (text), chosen, rejected (text or a list of messages)}. */
    @Override
    public String toString() {
        var words = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            words.append(i == 0 ? "" : ", ").append(column.name());
            if (i + 1 == columns.size() || !columns.get(i + 1).form().equals(column.form())) {
                words.append(
                        column.form().equals(Form.ANYTHING)
                                ? ""
                                : " (" + column.form().words() + ")");
            }
        }
        return words.toString();
    }
}
