/** A real control plane of Kubernetes, and a node of ours whose containers are processes of this machine. */
package io.kernelign.acceptance.cluster;
