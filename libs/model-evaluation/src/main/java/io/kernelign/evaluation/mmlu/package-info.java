/** MMLU (Hendrycks et al. 2021): questions of 57 subjects with four choices each. */
package io.kernelign.evaluation.mmlu;
