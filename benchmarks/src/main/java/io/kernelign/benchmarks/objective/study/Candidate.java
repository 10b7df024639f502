package io.kernelign.benchmarks.objective.study;

import io.kernelign.objective.Objective;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An objective under study.
 *
 * @param name formulation and kernel, with what is not its default: {@code paper.rbf_minimized}
 * @param configuration as a job would give it
 */
public record Candidate(String name, Map<String, Object> configuration) {

    /** The objective, checked. */
    public Objective objective() {
        return Objective.TYPE.read(configuration);
    }

    /** The same objective under another name and with one more field. */
    public Candidate with(String suffix, String field, Object value) {
        var more = new LinkedHashMap<>(configuration);
        more.put(field, value);
        return new Candidate(name + suffix, more);
    }
}
