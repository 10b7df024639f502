package io.kernelign.data;

import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Place;
import io.kernelign.data.index.PairIndex;
import io.kernelign.data.index.Scratch;
import io.kernelign.data.layout.Recognition;
import io.kernelign.data.profile.Profile;
import java.util.List;

/** Keeps count of everything the report tells. */
final class RowTally {

    private final List<ImportedFile> files;
    private final Recognition recognition;
    private final RuleTally rules;
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
        this.rules = new RuleTally(
                recognition == null ? List.of() : recognition.layout().rules(options.layout()));
    }

    /** Counts a row. */
    void addRow(RowOutcome outcome) {
        rows++;
        add(outcome);
    }

    /** Counts what was found, of a row or of those that were kept back, but for its pairs. */
    void add(RowOutcome outcome) {
        badRows += outcome.defects().size();
        outcome.defects().forEach(defects::add);
        outcome.rules().forEach(rules::add);
    }

    /** @param promptIsKnown whether a pair before had the same prompt: no other can be contradicted */
    void addPair(PreparedPair pair, boolean promptIsKnown) {
        var place = pair.place();
        var hash = pair.hash();
        warnIfKnown(
                place,
                index.note(hash.bits(), places.pack(place)),
                DefectKind.DUPLICATE_PAIR,
                "a pair that is not in the data set yet");
        if (promptIsKnown) {
            warnIfKnown(
                    place,
                    index.placeOf(pair.swappedBits()),
                    DefectKind.CONTRADICTION,
                    "no pair that prefers the other response");
        }
        pairs++;
        profile.add(pair.pair(), pair.lengths());
    }

    /** How many rows there were so far. */
    long rows() {
        return rows;
    }

    /** @param first where such a pair stands, or 0 */
    private void warnIfKnown(Place place, long first, DefectKind kind, String expected) {
        if (first != 0) {
            defects.add(new Defect(place, "", expected, "such a pair at " + places.unpack(first), kind));
        }
    }

    /** What can be told of rows of which nothing is published. */
    ImportReport report() {
        return report(null, null);
    }

    /** What the pairs are like. */
    Profile profile() {
        return profile.total();
    }

    /** @param sides of the pairs that were written */
    ImportReport report(CanonicalFile.Sides sides, Profile pairProfile) {
        var listed = defects.listed();
        return new ImportReport(
                files,
                recognition == null ? null : recognition.layout().name(),
                recognition == null ? null : recognition.reason(),
                rules.uses(),
                rows,
                badRows,
                pairs,
                sides == null ? 0 : sides.train(),
                sides == null ? 0 : sides.heldOut(),
                sides == null ? null : sides.splitBy(),
                sides == null ? null : sides.prompts(),
                pairProfile,
                listed,
                defects.total() - listed.size(),
                defects.counts(),
                sides == null ? null : sides.contentHash());
    }
}
