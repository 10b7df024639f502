/**
 * The dependency rules of the build, held by ArchUnit tests over every module; and the last word of the build:
 * which test groups were left out.
 */
package io.kernelign.architecture;
