package io.kernelign.selector.advice;

import io.kernelign.alignment.selection.RuleBook;
import java.util.Optional;

/** Where the thresholds of the rules come from. */
public enum Thresholds {
    /** What is high and low among real data sets, as the encoder sees them. */
    RELATIVE {
        @Override
        Optional<RuleBook> book(String encoder) {
            return References.of(encoder).map(RuleBook::relative);
        }
    },

    /** The numbers of the paper. */
    PAPER {
        @Override
        Optional<RuleBook> book(String encoder) {
            return Optional.of(RuleBook.paper());
        }
    };

    /** Empty when nobody has measured the reference collection with the encoder. */
    abstract Optional<RuleBook> book(String encoder);
}
