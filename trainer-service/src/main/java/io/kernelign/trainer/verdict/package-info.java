/** Whether jobs have become what somebody waits for: their success, and figures that pass gates. */
package io.kernelign.trainer.verdict;
