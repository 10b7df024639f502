package io.kernelign.data;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Place;
import io.kernelign.data.layout.Columns;
import io.kernelign.data.layout.Layouts.Recognition;
import io.kernelign.data.layout.PairDraft;
import io.kernelign.data.pair.ContentHash;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.rows.Row;
import java.util.List;

/** Turns rows into pairs and keeps count of everything the report tells. */
final class RowTally {

    private final List<ImportedFile> files;
    private final Recognition recognition;
    private final int longestText;
    private final DefectLog defects = new DefectLog();
    private final PackedPlaces places;
    private final PairIndex index = new PairIndex();
    private final Lengths.Tally prompts = new Lengths.Tally();
    private final Lengths.Tally chosen = new Lengths.Tally();
    private final Lengths.Tally rejected = new Lengths.Tally();
    private long rows;
    private long badRows;
    private long pairs;

    /** @param recognition {@code null} when no row can be read */
    RowTally(List<ImportedFile> files, Recognition recognition, int longestText) {
        this.files = files;
        this.places = new PackedPlaces(
                files.size() == 1
                        ? List.of()
                        : files.stream().map(ImportedFile::name).toList());
        this.recognition = recognition;
        this.longestText = longestText;
    }

    /** The pairs of the row, without their split; none if the row is bad. */
    List<PreferencePair> pairs(Row row) {
        rows++;
        if (row instanceof Row.Readable readable) {
            try {
                var drafts = recognition.layout().read(new Columns(readable.columns(), longestText));
                return drafts.stream().map(draft -> pair(row.place(), draft)).toList();
            } catch (BadRowException e) {
                return bad(e.at(row.place()));
            }
        }
        return bad(((Row.Unreadable) row).flaw().at(row.place()));
    }

    private List<PreferencePair> bad(Defect defect) {
        badRows++;
        defects.add(defect);
        return List.of();
    }

    private PreferencePair pair(Place place, PairDraft draft) {
        var id = ContentHash.id(draft.prompt(), draft.chosen(), draft.rejected());
        warnIfKnown(place, id, DefectKind.DUPLICATE_PAIR, "a pair that is not in the data set yet");
        var swapped = ContentHash.id(draft.prompt(), draft.rejected(), draft.chosen());
        warnIfKnown(place, swapped, DefectKind.CONTRADICTION, "no pair that prefers the other response");
        if (index.placeOf(id) == 0) {
            index.put(id, places.pack(place));
        }
        pairs++;
        prompts.add(draft.prompt());
        chosen.add(draft.chosen());
        rejected.add(draft.rejected());
        return new PreferencePair(
                id,
                draft.prompt(),
                draft.chosen(),
                draft.rejected(),
                draft.task(),
                draft.label(),
                draft.weight(),
                null);
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
                rows,
                badRows,
                pairs,
                written == null ? 0 : written.train(),
                written == null ? 0 : written.heldOut(),
                prompts.total(),
                chosen.total(),
                rejected.total(),
                listed,
                defects.total() - listed.size(),
                defects.counts(),
                written == null ? null : written.contentHash());
    }
}
