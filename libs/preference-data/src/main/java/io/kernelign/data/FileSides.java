package io.kernelign.data;

import io.kernelign.data.defect.Place;
import io.kernelign.data.pair.Split;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sides of a split that whole files are. */
final class FileSides {

    private final Map<String, Split> byName = new HashMap<>();

    FileSides(List<ImportedFile> files) {
        files.forEach(file -> byName.put(files.size() == 1 ? null : file.name(), file.split()));
    }

    /** The side that the file of a row is; {@code null} when nobody says. */
    Split of(Place row) {
        return byName.get(row.file());
    }
}
