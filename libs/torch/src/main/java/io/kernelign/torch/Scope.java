package io.kernelign.torch;

import ai.djl.ndarray.NDScope;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;

/**
 * The lifetime of tensors, and whether gradients are recorded.
 *
 * <p>Every tensor that is made on this thread while the scope is the innermost one is freed when the scope closes, unless
 * it was {@linkplain #keep kept} for the enclosing scope or {@linkplain Tensor#retain retained} by an owner. Scopes nest
 * and belong to one thread. The thread's recording mode is set on entry and restored on exit, so what a thread inherited
 * never matters.
 */
public final class Scope implements AutoCloseable {

    private static final ThreadLocal<Scope> INNERMOST = new ThreadLocal<>();

    private final Scope enclosing = INNERMOST.get();
    private final boolean recorded;
    private final NDScope arrays = new NDScope();
    private final List<Tensor> kept = new ArrayList<>();

    private Scope(boolean record) {
        Engine.prepareThread();
        recorded = JniUtils.isGradMode();
        JniUtils.setGradMode(record);
        INNERMOST.set(this);
    }

    /** A scope in which operations on tensors that require gradients are recorded for {@link Tensor#backward}. */
    public static Scope recording() {
        return new Scope(true);
    }

    /** A scope in which nothing is recorded. */
    public static Scope plain() {
        return new Scope(false);
    }

    /** A scope that records exactly when the enclosing one does. */
    public static Scope nested() {
        requireOpen();
        return new Scope(JniUtils.isGradMode());
    }

    /** Lets a tensor live on in the enclosing scope. */
    public Tensor keep(Tensor tensor) {
        if (enclosing == null) {
            throw new IllegalStateException("no enclosing scope to keep a tensor in; retain() it instead");
        }
        kept.add(tensor);
        return tensor;
    }

    static void requireOpen() {
        if (INNERMOST.get() == null) {
            throw new IllegalStateException("no Scope is open on this thread: tensors would never be freed");
        }
    }

    @Override
    public void close() {
        if (INNERMOST.get() != this) {
            throw new IllegalStateException("scopes close in reverse order, on their own thread");
        }
        kept.forEach(tensor -> NDScope.unregister(tensor.array));
        arrays.close();
        INNERMOST.set(enclosing);
        kept.forEach(tensor -> NDScope.register(tensor.array));
        JniUtils.setGradMode(recorded);
    }
}
