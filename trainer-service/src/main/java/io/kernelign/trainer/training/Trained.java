package io.kernelign.trainer.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What training has made.
 *
 * @param files to be kept as artifacts under their paths below the folder of the training
 * @param details what no curve holds, as plain JSON data
 */
public record Trained(List<Path> files, Map<String, Object> details) {}
