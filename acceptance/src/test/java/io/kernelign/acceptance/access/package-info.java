/** Who may do what at the public door, route by route. */
package io.kernelign.acceptance.access;
