package io.kernelign.trainer.judge;

import io.kernelign.evaluation.judge.Judge;
import io.kernelign.service.endpoint.EndpointException;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The judges that are configured. */
@Component
@EnableConfigurationProperties(JudgeEndpoints.class)
public class Judges {

    /** What stands for no judge where a benchmark's authors have rules. */
    public static final String RULES = "rules";

    private final JudgeEndpoints endpoints;

    Judges(JudgeEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** By name. */
    public List<String> names() {
        return endpoints.judges().keySet().stream().sorted().toList();
    }

    /**
     * One for an evaluation. What it throws when it gives no answer is an {@link EndpointException}.
     *
     * @throws EndpointException when there is none of the name any more
     */
    public Judge named(String name) {
        var settings = endpoints.judges().get(name);
        if (settings == null) {
            throw new EndpointException("The judge " + name + " is no longer configured.");
        }
        return new ChatJudge(name, settings);
    }
}
