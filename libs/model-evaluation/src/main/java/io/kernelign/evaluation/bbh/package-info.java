/** BIG-Bench Hard (Suzgun et al. 2023): 27 tasks of reasoning. */
package io.kernelign.evaluation.bbh;
