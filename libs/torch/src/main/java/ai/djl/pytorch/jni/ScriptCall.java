package ai.djl.pytorch.jni;

import ai.djl.pytorch.engine.PtSymbolBlock;

/**
 * Calls a method of a TorchScript module with gradients recorded. It stands in DJL's package because the only public way
 * ({@link IValueUtils#runMethod}) forces inference mode, and the native call is package-private.
 */
public final class ScriptCall {

    private ScriptCall() {}

    /** Runs the method; the caller closes the arguments and the result. */
    public static IValue run(PtSymbolBlock module, String method, IValue... arguments) {
        var handles = new long[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            handles[i] = arguments[i].getHandle();
        }
        return new IValue(PyTorchLibrary.LIB.moduleRunMethod(module.getHandle(), method, handles, true, false));
    }
}
