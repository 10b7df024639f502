/** The memory of this worker's process: how much it can have, and who of those who run in it has claimed how much. */
package io.kernelign.trainer.memory;
