package io.kernelign.torch;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.ScriptCall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * The primitives that DJL lacks, as TorchScript source in {@code primitives.py}; it is compiled by libtorch when the
 * class loads.
 */
final class Script {

    // Held for good: the finalizer of an unreachable Model frees its module.
    private static final Model MODEL = load();
    private static final PtSymbolBlock MODULE = (PtSymbolBlock) MODEL.getBlock();

    private Script() {}

    /** Calls a primitive that answers one tensor; arguments are Tensor, List of Tensor, long[], Long, Double, String, Boolean. */
    static Tensor call(String method, Object... arguments) {
        Scope.requireOpen();
        try (var result = run(method, arguments)) {
            return new Tensor(result.toTensor(Engine.MANAGER));
        }
    }

    /** Calls a primitive that answers a list of tensors. */
    static List<Tensor> callForList(String method, Object... arguments) {
        Scope.requireOpen();
        try (var result = run(method, arguments)) {
            return Arrays.stream(result.toTensorArray(Engine.MANAGER))
                    .map(Tensor::new)
                    .toList();
        }
    }

    private static IValue run(String method, Object... arguments) {
        var values = Arrays.stream(arguments).map(Script::value).toArray(IValue[]::new);
        try {
            return ScriptCall.run(MODULE, method, values);
        } finally {
            Arrays.stream(values).forEach(IValue::close);
        }
    }

    private static IValue value(Object argument) {
        if (argument instanceof Tensor tensor) {
            return IValue.from(tensor.array);
        }
        if (argument instanceof List<?> tensors) {
            return IValue.listFrom(tensors.stream().map(t -> ((Tensor) t).array).toArray(PtNDArray[]::new));
        }
        if (argument instanceof long[] numbers) {
            return IValue.listFrom(numbers);
        }
        if (argument instanceof Long number) {
            return IValue.from(number.longValue());
        }
        if (argument instanceof Double number) {
            return IValue.from(number.doubleValue());
        }
        if (argument instanceof String text) {
            return IValue.from(text);
        }
        return IValue.from(((Boolean) argument).booleanValue());
    }

    private static Model load() {
        var model = Model.newInstance("primitives", Engine.PROCESSOR, LibTorch.NAME);
        try {
            model.load(new ByteArrayInputStream(ScriptArchive.of("primitives.py")));
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedModelException e) {
            throw new IllegalStateException("primitives.py does not compile", e);
        }
    }
}
