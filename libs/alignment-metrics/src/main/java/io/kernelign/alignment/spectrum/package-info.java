/**
 * Heavy-tailed self-regularisation of weight matrices (paper, Sec. 7.5 and App. M; Martin and Mahoney): power-law fits
 * of eigenvalue spectra and the weighted alpha of a model, before and after training.
 */
package io.kernelign.alignment.spectrum;
