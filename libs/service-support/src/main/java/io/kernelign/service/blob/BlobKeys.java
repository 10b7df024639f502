package io.kernelign.service.blob;

import java.util.regex.Pattern;

/** What a key may look like: no way out of the store, no trouble in any file system or object store. */
final class BlobKeys {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final int LONGEST = 512;

    private BlobKeys() {}

    static boolean accepts(String key) {
        return key.length() <= LONGEST && KEY.matcher(key).matches();
    }

    static String check(String key) {
        if (!accepts(key)) {
            throw new IllegalArgumentException("not a blob key: " + key);
        }
        return key;
    }
}
