/** XSTest (Röttger et al. 2024): requests to refuse, and safe ones that only look like them. */
package io.kernelign.evaluation.xstest;
