package io.kernelign.lm.weights;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A checkpoint in several safetensors files, each of which was checked, and all against their index. */
public final class ShardedWeights implements WeightFiles {

    private final Path path;
    private final List<SafetensorsFile> shards;
    private final Map<String, SafetensorsFile> holding;

    private ShardedWeights(Path path, List<SafetensorsFile> shards, Map<String, SafetensorsFile> holding) {
        this.path = path;
        this.shards = shards;
        this.holding = holding;
    }

    /** @throws InvalidInputException naming the file and the tensor when index and shards contradict each other */
    static ShardedWeights open(Path path) {
        var index = ShardIndex.read(path);
        requireFiles(path, index);
        var shards = index.shards().stream()
                .map(name -> SafetensorsFile.open(path.resolveSibling(name)))
                .toList();
        var weights = new ShardedWeights(path, shards, byTensor(index, shards));
        weights.requireAll(index);
        weights.requireTotal(index);
        return weights;
    }

    private static void requireFiles(Path path, ShardIndex index) {
        var missing = index.shards().stream()
                .filter(name -> !Files.isRegularFile(path.resolveSibling(name)))
                .map(name -> FieldError.missing(name, "a file of this name, as " + path.getFileName() + " says"))
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidInputException(missing);
        }
    }

    private static Map<String, SafetensorsFile> byTensor(ShardIndex index, List<SafetensorsFile> shards) {
        var byTensor = new LinkedHashMap<String, SafetensorsFile>();
        for (var shard : shards) {
            for (var tensor : shard.tensors()) {
                var said = index.shardOf().getOrDefault(tensor.name(), shard.name());
                if (!said.equals(shard.name()) || byTensor.put(tensor.name(), shard) != null) {
                    var accepted = "no tensor of this name: another shard holds it";
                    throw TensorEntry.wrong(shard.name(), tensor.name(), tensor.shape(), accepted);
                }
            }
        }
        return byTensor;
    }

    private void requireAll(ShardIndex index) {
        index.shardOf().forEach((tensor, shard) -> {
            if (!contains(tensor)) {
                var accepted = "a tensor of this name, as " + path.getFileName() + " says";
                throw TensorEntry.wrong(shard, tensor, null, accepted);
            }
        });
    }

    /** Checkpoints that were converted after they were split tell the size that they had as float32 or in 16 bits. */
    private void requireTotal(ShardIndex index) {
        long stored = tensors().stream()
                .mapToLong(tensor -> tensor.end() - tensor.begin())
                .sum();
        long elements = tensors().stream().mapToLong(TensorInfo::elements).sum();
        index.totalSize().ifPresent(total -> {
            if (List.of(stored, 2 * elements, 4 * elements).stream().noneMatch(size -> size == total.doubleValue())) {
                var accepted = "the " + stored + " bytes that the shards hold";
                throw TensorEntry.wrong(path.getFileName().toString(), "metadata.total_size", total, accepted);
            }
        });
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public Collection<TensorInfo> tensors() {
        var all = new ArrayList<TensorInfo>(holding.size());
        shards.forEach(shard -> all.addAll(shard.tensors()));
        return all;
    }

    @Override
    public boolean contains(String name) {
        return holding.containsKey(name);
    }

    @Override
    public SafetensorsFile holding(String name) {
        var shard = holding.get(name);
        if (shard == null) {
            throw TensorEntry.wrong(path.getFileName().toString(), name, null, "a tensor of this name");
        }
        return shard;
    }

    @Override
    public long bytes() {
        return shards.stream().mapToLong(SafetensorsFile::bytes).sum();
    }
}
