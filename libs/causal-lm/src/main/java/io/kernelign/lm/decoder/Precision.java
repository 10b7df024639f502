package io.kernelign.lm.decoder;

import io.kernelign.torch.Devices;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** In what the products with a model's frozen weights are computed; all else is FLOAT32. */
public enum Precision {
    FLOAT32(Float.BYTES) {
        @Override
        Tensor of(Tensor weight) {
            return weight;
        }
    },
    BFLOAT16(Short.BYTES) {
        @Override
        Tensor of(Tensor weight) {
            return Primitives.bfloat16(weight);
        }
    };

    private static final int AMPERE = 80;
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    private final int bytes;

    Precision(int bytes) {
        this.bytes = bytes;
    }

    /** Of one number. */
    public int bytes() {
        return bytes;
    }

    /** A FLOAT32 weight in this precision. */
    abstract Tensor of(Tensor weight);

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
