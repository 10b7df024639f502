/** The links: what a margin costs, each the scalar function that its own paper defines, one a file. */
package io.kernelign.objective.link;
