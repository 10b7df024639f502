/**
 * What crosses a service boundary: records and the HTTP interfaces that carry them, and nothing else. Imports
 * no other module of ours.
 */
package io.kernelign.contracts;
