package io.kernelign.standalone.demo;

import java.io.PrintStream;
import java.util.Locale;

/** One line that is overwritten while a job runs; where output is no terminal, a line at every change of ten percent. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private int shownTenth = -1;

    ProgressBar(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * @param label what is going on
     * @param share done, 0 to 1
     * @param details figures beside the bar
     */
    void show(String label, double share, String details) {
        int filled = (int) Math.round(share * WIDTH);
        var line = String.format(
                Locale.ROOT,
                "  %-11s [%s%s] %3.0f %%  %s",
                label,
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                100 * share,
                details);
        if (terminal) {
            out.print("\r" + line + "\u001b[K");
        } else if ((int) (10 * share) != shownTenth) {
            shownTenth = (int) (10 * share);
            out.println(line);
        }
        out.flush();
    }

    /** Ends the line and begins anew. */
    void end() {
        if (terminal) {
            out.println();
        }
        shownTenth = -1;
    }
}
