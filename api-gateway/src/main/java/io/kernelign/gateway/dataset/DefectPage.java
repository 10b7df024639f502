package io.kernelign.gateway.dataset;

import io.kernelign.contracts.Page;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.input.InvalidInputException;
import io.kernelign.service.page.Pages;
import java.util.List;
import java.util.Map;

/** Pages of the defects that a report lists. */
final class DefectPage {

    private static final String KIND = "kind";

    private DefectPage() {}

    /**
     * @param report of an import, as it is stored
     * @param kind {@code null} for all
     * @param cursor the {@code next} of the page before; {@code null} for the first
     * @throws InvalidInputException there is no such kind, or a page cannot be like that
     */
    static Page<Object> of(Map<String, Object> report, String kind, String cursor, int limit) {
        Pages.lookup(limit);
        var wanted = QueryChoice.read(KIND, DefectKind.class, kind).map(DefectKind::text);
        var listed = ((List<?>) report.get("defects"))
                .stream()
                        .filter(defect -> wanted.isEmpty() || wanted.get().equals(((Map<?, ?>) defect).get(KIND)))
                        .toList();
        int from = (int) Math.min(PageStart.read(cursor), listed.size());
        int to = Math.min(from + limit, listed.size());
        return new Page<>(List.copyOf(listed.subList(from, to)), to < listed.size() ? Integer.toString(to) : null);
    }
}
