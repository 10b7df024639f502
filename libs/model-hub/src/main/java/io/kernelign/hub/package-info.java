/**
 * Models of the Hugging Face hub: named in a job, fetched over the hub's HTTP protocol, checked by their checksums and by
 * {@link io.kernelign.lm.ModelFolder}, kept on disk by commit. {@link ModelHub} is the door.
 */
package io.kernelign.hub;
