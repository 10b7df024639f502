package io.kernelign.data;

import io.kernelign.data.rows.Limits;
import io.kernelign.data.rows.Quota;
import io.kernelign.data.rows.RecognisedFile;
import io.kernelign.data.rows.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The rows of a file as a container gives them, before any layout. */
final class RawRows {

    private RawRows() {}

    static List<ObjectNode> of(Path path) {
        try (var file = new RecognisedFile(path, path.getParent(), Limits.DEFAULT);
                var rows = file.rows(new Quota(Limits.DEFAULT))) {
            var read = new ArrayList<ObjectNode>();
            for (var row = rows.next(); row != null; row = rows.next()) {
                read.add(((Row.Readable) row.read()).columns());
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
