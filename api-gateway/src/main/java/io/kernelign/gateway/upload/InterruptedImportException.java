package io.kernelign.gateway.upload;

/** This process ends; another one imports the upload anew. */
final class InterruptedImportException extends RuntimeException {

    InterruptedImportException(String upload) {
        super("the import of " + upload + " is laid down: this process ends");
    }
}
