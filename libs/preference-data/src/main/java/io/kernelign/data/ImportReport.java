package io.kernelign.data;

import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.layout.RuleUse;
import io.kernelign.data.profile.Profile;
import java.util.List;
import java.util.Map;

/**
 * What an import found and made.
 *
 * @param files what each file was recognised as
 * @param layout name of the layout; {@code null} when no row could be read to tell
 * @param layoutReason why that layout, as a sentence
 * @param rules what the rules of the layout did, those with nothing to do included
 * @param rows rows of all files, bad ones included
 * @param badRows rows that could not be used, each with one error among the defects
 * @param pairs pairs made of the others and not dropped by a rule
 * @param splitBy what decided on which side a pair stands, as a phrase; {@code null} when the file was rejected
 * @param prompts {@code null} when the file was rejected
 * @param profile {@code null} when the file was rejected
 * @param defects the first 1,000; errors take the place of warnings when there are more
 * @param unlistedDefects how many more there were
 * @param defectCounts all of them by kind
 * @param contentHash SHA-256 (hex) of the canonical file; {@code null} when the file was rejected
 */
public record ImportReport(
        List<ImportedFile> files,
        String layout,
        String layoutReason,
        List<RuleUse> rules,
        long rows,
        long badRows,
        long pairs,
        long trainPairs,
        long heldOutPairs,
        String splitBy,
        Prompts prompts,
        Profile profile,
        List<Defect> defects,
        long unlistedDefects,
        Map<DefectKind, Long> defectCounts,
        String contentHash) {}
