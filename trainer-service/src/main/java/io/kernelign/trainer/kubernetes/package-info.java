/** Work as Jobs of Kubernetes: each piece is a Job whose pod is a trainer that does this piece and no other. */
package io.kernelign.trainer.kubernetes;
