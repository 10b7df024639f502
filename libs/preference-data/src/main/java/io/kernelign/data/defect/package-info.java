/** What can be wrong with a row, a file or an option. */
package io.kernelign.data.defect;
