package io.kernelign.lm.decoder;

import io.kernelign.torch.Devices;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** In what a model's frozen projections are kept and the products with them computed; all else is FLOAT32. */
public enum Precision {
    FLOAT32(Float.BYTES, Float.BYTES),

    /** The product with the output head is computed in it as well. */
    BFLOAT16(Short.BYTES, Short.BYTES),

    /** Kept in bfloat16 and multiplied in FLOAT32: a layer's projections are widened while it computes. */
    WIDENED(Short.BYTES, Float.BYTES);

    private static final int AMPERE = 80;
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    private final int keptBytes;
    private final int productBytes;

    Precision(int keptBytes, int productBytes) {
        this.keptBytes = keptBytes;
        this.productBytes = productBytes;
    }

    /** Of a number of a projection. */
    public int keptBytes() {
        return keptBytes;
    }

    /** Of a number that a product takes and answers. */
    public int productBytes() {
        return productBytes;
    }

    /** A FLOAT32 projection as it is kept. */
    Tensor kept(Tensor weight) {
        return this == FLOAT32 ? weight : Primitives.bfloat16(weight);
    }

    /** How the device in use computes with weights in bfloat16: in bfloat16 where that is {@link #fastest}. */
    public static Precision ofBfloat16() {
        return fastest() == BFLOAT16 ? BFLOAT16 : WIDENED;
    }

    /**
     * BFLOAT16 where the device in use multiplies it faster than FLOAT32: processors with AMX, those with AVX512-BF16 as
     * Cooper Lake and Zen 4 have it, and GPUs from compute capability 8.0 on. A Xeon of the generations with AMX that does
     * not show it (a virtual machine may hide it) is none of them: there bfloat16 reaches 66 GFLOP/s and FLOAT32 100. They
     * are told by AVX512-FP16, which came with AMX.
     */
    public static Precision fastest() {
        var capability = Devices.computeCapability();
        return capability.isPresent() ? ofGpu(capability.getAsInt()) : ofProcessor();
    }

    /** @param capability times ten */
    static Precision ofGpu(int capability) {
        return capability >= AMPERE ? BFLOAT16 : FLOAT32;
    }

    private static Precision ofProcessor() {
        try {
            return Files.isReadable(PROCESSOR) ? ofProcessor(Files.readString(PROCESSOR)) : FLOAT32;
        } catch (IOException e) {
            return FLOAT32;
        }
    }

    static Precision ofProcessor(String processor) {
        var flags = processor
                .lines()
                .filter(line -> line.startsWith("flags"))
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .collect(Collectors.toSet());
        boolean dots = flags.contains("avx512_bf16") && !flags.contains("avx512_fp16");
        return flags.contains("amx_bf16") || dots ? BFLOAT16 : FLOAT32;
    }
}
