package io.kernelign.data.layout;

import java.util.List;
import java.util.Set;

/** One way in which preference data is published. */
public interface Layout {

    /** The name by which reports call it. */
    String name();

    /** The options that change what it makes of rows. */
    default Set<LayoutOption> options() {
        return Set.of();
    }

    /** The rules that hold for an import with such options, in the order in which they are looked at. */
    default List<Rule> rules(LayoutOptions options) {
        return List.of();
    }

    /** A reader for one import. */
    RowReader reader(LayoutOptions options);
}
