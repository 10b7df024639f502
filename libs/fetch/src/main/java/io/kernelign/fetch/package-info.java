/**
 * Files from elsewhere: they arrive whole and with the checksum that was promised, or not at all, and go on where an
 * earlier try has ended. {@link Hub} fetches from the Hugging Face hub, {@link WebFile} from any server of the public
 * internet, and {@link Download} from whoever has a {@link RemoteFile}.
 */
package io.kernelign.fetch;
