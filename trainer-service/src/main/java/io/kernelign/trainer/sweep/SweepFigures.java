package io.kernelign.trainer.sweep;

import io.kernelign.contracts.HeatmapView;
import io.kernelign.contracts.ParallelCoordinatesView;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.Types;
import io.kernelign.trainer.sweep.spec.SweptField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Sweeps as figures show them. */
@Component
public class SweepFigures {

    private static final String ROWS = "rows";
    private static final String COLUMNS = "columns";

    private final SweepReading reading;

    SweepFigures(SweepReading reading) {
        this.reading = reading;
    }

    /**
     * @param rows field of a dimension; {@code null} for the kernel, or the first dimension
     * @param columns field of another one; {@code null} for the divergence, or the first that is not the rows
     * @throws InvalidInputException when there are no such two dimensions
     */
    public HeatmapView heatmap(String tenant, String id, String rows, String columns) {
        var standing = reading.standing(reading.find(tenant, id));
        var fields = standing.plan().spec().dimensions().stream()
                .map(SweptField::field)
                .toList();
        int row = index(ROWS, rows, "objective.kernel", fields, fields);
        var others =
                fields.stream().filter(field -> !field.equals(fields.get(row))).toList();
        int column = index(COLUMNS, columns, "objective.divergence", fields, others);
        return heatmap(standing, row, column);
    }

    private static int index(
            String parameter, String given, String preferred, List<String> fields, List<String> accepted) {
        if (accepted.isEmpty()) {
            throw new InvalidInputException(FieldError.missing(
                    parameter, "another dimension; the sweep has one only, and a heatmap needs two"));
        }
        var field =
                Optional.ofNullable(given).orElseGet(() -> accepted.contains(preferred) ? preferred : accepted.get(0));
        if (!accepted.contains(field)) {
            throw new InvalidInputException(
                    FieldError.unacceptable(parameter, field, "one of " + String.join(", ", accepted)));
        }
        return fields.indexOf(field);
    }

    private static HeatmapView heatmap(Standing standing, int row, int column) {
        var spec = standing.plan().spec();
        var rows = Bands.of(spec, spec.dimensions().get(row));
        var columns = Bands.of(spec, spec.dimensions().get(column));
        var cells = new ArrayList<List<HeatmapView.Cell>>();
        for (int i = 0; i < rows.labels().size(); i++) {
            int at = i;
            cells.add(IntStream.range(0, columns.labels().size())
                    .mapToObj(j -> cell(standing.ofEachPoint().stream()
                            .filter(trial -> rows.band(
                                                    trial.point().coordinates().get(row))
                                            == at
                                    && columns.band(trial.point().coordinates().get(column)) == j)
                            .toList()))
                    .toList());
        }
        return new HeatmapView(
                spec.dimensions().get(row).field(),
                spec.dimensions().get(column).field(),
                rows.labels(),
                columns.labels(),
                spec.metric().name(),
                Types.nameOf(spec.metric().goal()),
                cells);
    }

    private static HeatmapView.Cell cell(List<SweepTrial> trials) {
        var figures = trials.stream()
                .map(SweepTrial::figure)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .summaryStatistics();
        return new HeatmapView.Cell(
                figures.getCount() == 0 ? null : figures.getAverage(), (int) figures.getCount(), trials.size());
    }

    public ParallelCoordinatesView parallelCoordinates(String tenant, String id) {
        var standing = reading.standing(reading.find(tenant, id));
        var spec = standing.plan().spec();
        var lines = standing.ofEachPoint().stream()
                .filter(trial -> trial.figure().isPresent())
                .map(trial -> new ParallelCoordinatesView.Line(
                        trial.number(),
                        List.copyOf(standing.plan().values(trial.point()).values()),
                        trial.figure().getAsDouble()))
                .toList();
        return new ParallelCoordinatesView(
                spec.dimensions().stream().map(SweepFigures::axis).toList(),
                spec.metric().name(),
                Types.nameOf(spec.metric().goal()),
                lines);
    }

    private static ParallelCoordinatesView.Axis axis(SweptField swept) {
        if (swept instanceof SweptField.Ranged range) {
            return new ParallelCoordinatesView.Axis(
                    range.field(), Types.nameOf(range.scale()), null, range.from(), range.to());
        }
        return new ParallelCoordinatesView.Axis(
                swept.field(), "choice", ((SweptField.Listed) swept).values(), null, null);
    }
}
