/** AlpacaEval (Li et al. 2023): instructions whose answers are held against those of a reference model. */
package io.kernelign.evaluation.alpaca;
