package io.kernelign.data;

import io.kernelign.data.rows.FileBytes;
import io.kernelign.data.rows.Limits;
import io.kernelign.data.rows.Quota;
import io.kernelign.data.rows.RecognisedFile;
import io.kernelign.data.rows.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** The rows of a file as a container gives them, before any layout. */
final class RawRows {

    private RawRows() {}

    static List<ObjectNode> of(Path path) {
        var read = new ArrayList<ObjectNode>();
        forEach(path, read::add);
        return read;
    }

    static long count(Path path) {
        var count = new AtomicLong();
        forEach(path, row -> count.incrementAndGet());
        return count.get();
    }

    private static void forEach(Path path, Consumer<ObjectNode> sink) {
        try (var file = new RecognisedFile(FileBytes.of(path), path.getParent(), Limits.DEFAULT);
                var rows = file.rows(new Quota(Limits.DEFAULT))) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                sink.accept(((Row.Readable) row.read()).columns());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
