package io.kernelign.torch;

import ai.djl.pytorch.jni.JniUtils;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

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
    private final Set<Tensor> owned = Collections.newSetFromMap(new IdentityHashMap<>());
    private final boolean recordedBefore;

    private Scope(boolean record) {
        Engine.prepareThread();
        recordedBefore = JniUtils.isGradMode();
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

    /**
     * Lets a tensor of this scope, or of one inside it, live on in the enclosing scope. A tensor that lives at least that
     * long anyway stays where it is.
     */
    public Tensor keep(Tensor tensor) {
        if (enclosing == null) {
            throw new IllegalStateException("no enclosing scope to keep a tensor in; retain() it instead");
        }
        if (release(tensor, enclosing)) {
            enclosing.owned.add(tensor);
        }
        return tensor;
    }

    /** Gives a new tensor to the innermost scope; without one it is freed and refused. */
    static void adopt(Tensor tensor) {
        var scope = INNERMOST.get();
        if (scope == null) {
            tensor.array.close();
            throw noneOpen();
        }
        scope.owned.add(tensor);
    }

    /** Takes a tensor out of whichever of this thread's scopes owns it. */
    static void release(Tensor tensor) {
        release(tensor, null);
    }

    static void requireOpen() {
        if (INNERMOST.get() == null) {
            throw noneOpen();
        }
    }

    @Override
    public void close() {
        if (INNERMOST.get() != this) {
            throw new IllegalStateException("scopes close in reverse order, on their own thread");
        }
        owned.forEach(tensor -> tensor.array.close());
        INNERMOST.set(enclosing);
        JniUtils.setGradMode(recordedBefore);
    }

    private static boolean release(Tensor tensor, Scope end) {
        for (var scope = INNERMOST.get(); scope != end && scope != null; scope = scope.enclosing) {
            if (scope.owned.remove(tensor)) {
                return true;
            }
        }
        return false;
    }

    private static IllegalStateException noneOpen() {
        return new IllegalStateException("no Scope is open on this thread: tensors would never be freed");
    }
}
