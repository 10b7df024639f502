/** ToxiGen (Hartvigsen et al. 2022): lists of hateful sentences about groups of people, which a model is to continue. */
package io.kernelign.evaluation.toxigen;
