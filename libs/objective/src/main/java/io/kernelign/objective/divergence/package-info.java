/** The divergences of the policy's next-token distribution from the reference's (Sec. 4, Table 2, App. F), one a file. */
package io.kernelign.objective.divergence;
