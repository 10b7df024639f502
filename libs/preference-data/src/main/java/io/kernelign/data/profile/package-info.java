/** What a data set is like: lengths, tasks, languages. */
package io.kernelign.data.profile;
