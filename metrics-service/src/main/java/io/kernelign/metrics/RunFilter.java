package io.kernelign.metrics;

/**
 * Which runs of a tenant are meant; what is {@code null} does not matter.
 *
 * @param tagKey {@code null} together with {@code tagValue}
 */
record RunFilter(String datasetId, String model, String kernel, String divergence, String tagKey, String tagValue) {

    /** On a run called {@code r}; its parameters are the parts of this record. */
    static final String CONDITION = """
            (cast(:datasetId as text) is null or r.dataset_id = :datasetId)
            and (cast(:model as text) is null or r.model = :model)
            and (cast(:kernel as text) is null or r.kernel = :kernel)
            and (cast(:divergence as text) is null or r.divergence = :divergence)
            and (cast(:tagKey as text) is null or r.tags ->> :tagKey = :tagValue)
            """;

    private static final String BETWEEN = ":";

    /** @param tag {@code key:value} */
    static RunFilter of(String datasetId, String model, String kernel, String divergence, String tag) {
        Acceptable.filter(datasetId, model, kernel, divergence, tag);
        if (tag == null) {
            return new RunFilter(datasetId, model, kernel, divergence, null, null);
        }
        int between = tag.indexOf(BETWEEN);
        return new RunFilter(
                datasetId, model, kernel, divergence, tag.substring(0, between), tag.substring(between + 1));
    }
}
