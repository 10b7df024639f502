/** The small JSON files of a model folder, read strictly. Imports Jackson and checked-input. */
package io.kernelign.lm.json;
