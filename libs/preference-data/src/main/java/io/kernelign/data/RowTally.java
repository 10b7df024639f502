package io.kernelign.data;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Place;
import io.kernelign.data.index.PairIndex;
import io.kernelign.data.index.Scratch;
import io.kernelign.data.layout.Columns;
import io.kernelign.data.layout.Findings;
import io.kernelign.data.layout.Origin;
import io.kernelign.data.layout.PairDraft;
import io.kernelign.data.layout.Recognition;
import io.kernelign.data.layout.RowReader;
import io.kernelign.data.pair.ContentHash;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.profile.Profile;
import io.kernelign.data.rows.Row;
import java.util.List;

/** Turns rows into pairs and keeps count of everything the report tells. */
final class RowTally {

    private final List<ImportedFile> files;
    private final Recognition recognition;
    private final RowReader reader;
    private final RuleTally rules;
    private final ImportOptions options;
    private final DefectLog defects = new DefectLog();
    private final PackedPlaces places;
    private final PairIndex index;
    private final Profile.Tally profile = new Profile.Tally();
    private long rows;
    private long badRows;
    private long pairs;

    /** @param recognition {@code null} when no row can be read */
    RowTally(List<ImportedFile> files, Recognition recognition, ImportOptions options, Scratch scratch) {
        this.index = new PairIndex(scratch);
        this.files = files;
        this.places = new PackedPlaces(
                files.size() == 1
                        ? List.of()
                        : files.stream().map(ImportedFile::name).toList());
        this.recognition = recognition;
        this.options = options;
        this.reader = recognition == null ? null : recognition.layout().reader(options.layout());
        this.rules = new RuleTally(
                recognition == null ? List.of() : recognition.layout().rules(options.layout()));
    }

    /**
     * The pairs that are found on reading the row, with the side that the data set gives them or none; a layout may keep
     * pairs back until a later row. None if the row is bad.
     */
    List<HashedPair> pairs(Row row) {
        rows++;
        if (row instanceof Row.Readable readable) {
            var found = new Findings();
            try {
                reader.read(columns(readable), found);
            } catch (BadRowException e) {
                return bad(e.at(row.place()));
            }
            return pairs(found);
        }
        return bad(((Row.Unreadable) row).flaw().at(row.place()));
    }

    /** How many rows were read so far. */
    long rows() {
        return rows;
    }

    /** The pairs that were kept back; to be called once, after the last row. */
    List<HashedPair> rest() {
        var found = new Findings();
        reader.finish(found);
        return pairs(found);
    }

    private Columns columns(Row.Readable row) {
        return new Columns(
                row.place(),
                row.columns(),
                options.split().ownColumn(),
                options.limits().textCharacters());
    }

    private List<HashedPair> pairs(Findings found) {
        found.defects().forEach(this::bad);
        found.rules().forEach(rules::add);
        return found.pairs().stream().map(it -> pair(it.origin(), it.pair())).toList();
    }

    private List<HashedPair> bad(Defect defect) {
        badRows++;
        defects.add(defect);
        return List.of();
    }

    private HashedPair pair(Origin origin, PairDraft draft) {
        var place = origin.place();
        var hash = ContentHash.of(draft.prompt(), draft.chosen(), draft.rejected());
        warnIfKnown(place, hash.id(), DefectKind.DUPLICATE_PAIR, "a pair that is not in the data set yet");
        warnIfKnown(place, hash.swappedId(), DefectKind.CONTRADICTION, "no pair that prefers the other response");
        if (index.placeOf(hash.id()) == 0) {
            index.put(hash.id(), places.pack(place));
        }
        pairs++;
        var made = new PreferencePair(
                hash.id(),
                draft.prompt(),
                draft.chosen(),
                draft.rejected(),
                draft.task(),
                draft.label(),
                draft.weight(),
                origin.split());
        profile.add(made);
        return new HashedPair(made, hash.prompt());
    }

    private void warnIfKnown(Place place, String id, DefectKind kind, String expected) {
        long first = index.placeOf(id);
        if (first != 0) {
            defects.add(new Defect(place, "", expected, "such a pair at " + places.unpack(first), kind));
        }
    }

    /** @param written {@code null} when nothing was published */
    ImportReport report(CanonicalFile.Written written) {
        var listed = defects.listed();
        return new ImportReport(
                files,
                recognition == null ? null : recognition.layout().name(),
                recognition == null ? null : recognition.reason(),
                rules.uses(),
                rows,
                badRows,
                pairs,
                written == null ? 0 : written.train(),
                written == null ? 0 : written.heldOut(),
                written == null ? null : written.splitBy(),
                written == null ? null : written.prompts(),
                written == null ? null : profile.total(),
                listed,
                defects.total() - listed.size(),
                defects.counts(),
                written == null ? null : written.contentHash());
    }
}
