package io.kernelign.data;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.layout.Columns;
import io.kernelign.data.layout.Layouts.Recognition;
import io.kernelign.data.layout.PairDraft;
import io.kernelign.data.pair.ContentHash;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.rows.Row;
import java.util.List;

/** Turns rows into pairs and keeps count of everything the report tells. */
final class RowTally {

    private final Recognition recognition;
    private final int longestText;
    private final DefectLog defects = new DefectLog();
    private final PairIndex index = new PairIndex();
    private final Lengths.Tally prompts = new Lengths.Tally();
    private final Lengths.Tally chosen = new Lengths.Tally();
    private final Lengths.Tally rejected = new Lengths.Tally();
    private long rows;
    private long badRows;
    private long pairs;

    /** @param recognition {@code null} when no row can be read */
    RowTally(Recognition recognition, int longestText) {
        this.recognition = recognition;
        this.longestText = longestText;
    }

    /** The pairs of the row, without their split; none if the row is bad. */
    List<PreferencePair> pairs(Row row) {
        rows++;
        if (row instanceof Row.Readable readable) {
            try {
                var drafts = recognition.layout().read(new Columns(readable.columns(), longestText));
                return drafts.stream()
                        .map(draft -> pair(readable.line(), draft))
                        .toList();
            } catch (BadRowException e) {
                return bad(e.at(readable.line()));
            }
        }
        return bad(((Row.Unreadable) row).defect());
    }

    private List<PreferencePair> bad(Defect defect) {
        badRows++;
        defects.add(defect);
        return List.of();
    }

    private PreferencePair pair(long line, PairDraft draft) {
        var id = ContentHash.id(draft.prompt(), draft.chosen(), draft.rejected());
        warnIfKnown(line, id, DefectKind.DUPLICATE_PAIR, "a pair that is not in the file yet");
        var swapped = ContentHash.id(draft.prompt(), draft.rejected(), draft.chosen());
        warnIfKnown(line, swapped, DefectKind.CONTRADICTION, "no pair that prefers the other response");
        if (index.lineOf(id) == 0) {
            index.put(id, line);
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

    private void warnIfKnown(long line, String id, DefectKind kind, String expected) {
        long first = index.lineOf(id);
        if (first != 0) {
            defects.add(new Defect(line, "", expected, "such a pair on line " + first, kind));
        }
    }

    /** @param written {@code null} when nothing was published */
    ImportReport report(CanonicalFile.Written written) {
        var listed = defects.listed();
        return new ImportReport(
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
