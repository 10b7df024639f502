package io.kernelign.gateway.openai;

/** That something is gone. */
record Deletion(String id, String object, boolean deleted) {

    static Deletion of(String id, String object) {
        return new Deletion(id, object, true);
    }
}
