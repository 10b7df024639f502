package io.kernelign.lm.decoder;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.Projection;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Several linear maps of the same input, whether their weights stand apart or are fused into one matrix. */
@FunctionalInterface
interface Fan {

    /** The output of each map. */
    List<Tensor> apply(Tensor x, Adapter adapter);

    /**
     * @param fused the projection that stands for the maps where a model fuses them
     */
    static Fan of(int layer, Projection fused, ModelConfig config, Weights weights) {
        if (config.projections().fused()) {
            return cut(Linear.of(layer, fused, config, weights), config);
        }
        var maps = fused.parts().stream()
                .map(part -> Linear.of(layer, part, config, weights))
                .toList();
        return apart(layer, fused.parts(), maps);
    }

    private static Fan apart(int layer, List<Projection> projections, List<Linear> maps) {
        var weights = maps.stream().map(Linear::weight).toList();
        return (x, adapter) -> {
            var input = Primitives.inTypeOf(weights.get(0), x);
            var outputs = adapter.applyAll(layer, projections, input, weights);
            return IntStream.range(0, maps.size())
                    .mapToObj(i -> maps.get(i).biased(outputs.get(i)))
                    .toList();
        };
    }

    private static Fan cut(Linear whole, ModelConfig config) {
        var widths = whole.projection().parts().stream()
                .mapToInt(part -> part.outputWidth(config))
                .toArray();
        return (x, adapter) -> {
            var outputs = whole.apply(x, adapter);
            var parts = new ArrayList<Tensor>();
            long from = 0;
            for (int width : widths) {
                parts.add(outputs.slice(-1, from, from + width));
                from += width;
            }
            return parts;
        };
    }
}
