package io.kernelign.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who PostgreSQL's programs run as; the prefix is the command that makes it so. */
enum Identity {

    /** Whoever we are. */
    OURSELVES(),

    /** Root outside, nobody within a user namespace of its own. */
    NAMESPACE("unshare", "-U"),

    /** The user nobody, who may still pass through our folders; for where namespaces are not to be had. */
    NOBODY(
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override");

    private static final int NOBODY_ID = 65534;

    private final List<String> prefix;

    Identity(String... prefix) {
        this.prefix = List.of(prefix);
    }

    /** The first that works here. */
    static Identity find() throws IOException {
        for (var identity : values()) {
            if (identity.works()) {
                return identity;
            }
        }
        throw new IOException("PostgreSQL does not run as root, and neither unshare nor setpriv works here;"
                + " start as another user, or use a PostgreSQL that runs already");
    }

    List<String> prefix() {
        return prefix;
    }

    /** Whether programs can be run so, and are not root then. */
    boolean works() {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of("id", "-u"));
        try {
            var id = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var uid = new String(id.getInputStream().readAllBytes(), UTF_8).strip();
            return id.waitFor() == 0 && !uid.equals("0");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Makes a folder belong to it, as PostgreSQL demands. */
    void own(Path folder) throws IOException {
        if (this == NOBODY) {
            Files.setAttribute(folder, "unix:uid", NOBODY_ID);
        }
    }
}
