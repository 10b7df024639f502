package io.kernelign.data;

import io.kernelign.data.defect.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Places in 63 bits each, never 0: which file, the number of row or line (below 2^40), and which of the two it is. */
final class PackedPlaces {

    private static final int FILE_SHIFT = 41;
    private static final long NUMBER = (1L << 40) - 1;

    private final List<String> names;
    private final Map<String, Long> numbers = new HashMap<>();

    /** @param names of the files that places name; none when places name no file */
    PackedPlaces(List<String> names) {
        this.names = names.stream().distinct().toList();
        this.names.forEach(name -> numbers.put(name, (long) numbers.size()));
    }

    long pack(Place place) {
        long file = place.file() == null ? 0 : numbers.get(place.file());
        long number = place.row() == null ? place.line() << 1 : place.row() << 1 | 1;
        return file << FILE_SHIFT | number;
    }

    Place unpack(long packed) {
        long number = packed >> 1 & NUMBER;
        var place = (packed & 1) == 1 ? Place.ofRow(number) : Place.ofLine(number);
        return names.isEmpty() ? place : place.in(names.get((int) (packed >> FILE_SHIFT)));
    }
}
