package io.kernelign.input;

import java.util.regex.Pattern;

/** The path of a folder below another one, such as {@code llama} or {@code meta/llama}: by such a name none is left. */
public final class FolderName {

    private static final Pattern NAME = Pattern.compile("[^./\\\\\\x00][^/\\\\\\x00]*(/[^./\\\\\\x00][^/\\\\\\x00]*)*");

    private FolderName() {}

    /** Whether it is one: names joined by slashes, none of which begins with a point. */
    public static boolean is(String name) {
        return NAME.matcher(name).matches();
    }
}
