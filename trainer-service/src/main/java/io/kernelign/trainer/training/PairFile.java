package io.kernelign.trainer.training;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Pairs to train or evaluate on.
 *
 * @param pairs the canonical pairs (JSON Lines), read only
 * @param embeddings of every pair; present exactly when the objective's signal is external
 */
public record PairFile(Path pairs, Optional<EmbeddingFiles> embeddings) {}
