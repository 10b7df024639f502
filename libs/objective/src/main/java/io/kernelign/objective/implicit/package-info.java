/** f-DPO: what stands for a response's log ratio in the implicit reward. */
package io.kernelign.objective.implicit;
