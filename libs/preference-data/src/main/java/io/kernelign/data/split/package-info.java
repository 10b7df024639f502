/** How a data set is divided into pairs to train on and pairs held out. */
package io.kernelign.data.split;
