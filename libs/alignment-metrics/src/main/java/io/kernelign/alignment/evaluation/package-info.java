/** What training did to a model: preference F1, accuracy, rewards, and how its representations separate. */
package io.kernelign.alignment.evaluation;
