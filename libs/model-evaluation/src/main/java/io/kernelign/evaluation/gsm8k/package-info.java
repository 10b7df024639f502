/** GSM8K (Cobbe et al. 2021): word problems of grade school, whose answers are numbers. */
package io.kernelign.evaluation.gsm8k;
