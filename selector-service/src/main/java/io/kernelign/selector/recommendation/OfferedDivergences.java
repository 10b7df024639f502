package io.kernelign.selector.recommendation;

import io.kernelign.alignment.selection.RuleBook;
import io.kernelign.service.start.RefusedStartException;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The divergences that jobs can use in this installation. */
@Component
record OfferedDivergences(
        @Value("${kernelign.selector.divergences}") Set<String> names) {

    OfferedDivergences {
        names = Set.copyOf(names);
        var otherwise = RuleBook.paper().divergence().otherwise();
        if (!names.contains(otherwise)) {
            throw new RefusedStartException("kernelign.selector.divergences is " + names + "; it must contain "
                    + otherwise + ", which is recommended when no rule decides.");
        }
    }
}
