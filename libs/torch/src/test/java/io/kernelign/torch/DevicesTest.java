package io.kernelign.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DevicesTest {

    private static final List<Device> PROCESSOR_ALONE = List.of(Device.CPU);
    private static final List<Device> TWO_GPUS = List.of(Device.CPU, Device.cuda(0), Device.cuda(1));

    @ParameterizedTest
    @CsvSource({"auto, cuda:0", "cpu, cpu", "cuda, cuda:0", "cuda:0, cuda:0", "cuda:1, cuda:1"})
    void a_name_means_a_device_that_is_there(String name, String meant) {
        assertThat(Device.named(name, TWO_GPUS).name()).isEqualTo(meant);
    }

    @Test
    void auto_means_the_processor_where_there_is_no_gpu() {
        assertThat(Device.named("auto", PROCESSOR_ALONE)).isEqualTo(Device.CPU);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cuda:2", "cuda:01", "cuda:-1", "gpu", "CPU", "tpu:0", ""})
    void an_absent_or_unknown_device_is_refused_with_those_that_are_there(String name) {
        assertThatThrownBy(() -> Device.named(name, TWO_GPUS))
                .isInstanceOf(AbsentDeviceException.class)
                .hasMessageStartingWith("there is no device \"" + name + "\" here; there is cpu, cuda:0, cuda:1 (");
    }

    @Test
    void the_first_gpu_is_refused_where_there_is_none() {
        assertThatThrownBy(() -> Device.named("cuda", PROCESSOR_ALONE))
                .isInstanceOf(AbsentDeviceException.class)
                .hasMessageStartingWith("there is no device \"cuda\" here; there is cpu (");
    }

    @Test
    void a_refused_device_leaves_the_settled_one() {
        var settled = Devices.current();

        assertThatThrownBy(() -> Devices.use("cuda:99"))
                .isInstanceOf(AbsentDeviceException.class)
                .hasMessageContaining(settled.name());
        assertThat(Devices.current()).isEqualTo(settled);
        assertThat(Devices.use(settled.name())).isEqualTo(settled);
    }

    @Test
    void tests_run_on_the_device_that_the_build_names() {
        assertThat(Devices.there()).startsWith(Device.CPU).contains(Devices.current());
        assertThat(Devices.current()).isEqualTo(Device.named(System.getProperty(Devices.PROPERTY), Devices.there()));
    }

    @Test
    void only_a_gpu_has_memory_and_a_compute_capability_of_its_own() {
        boolean onGpu = Devices.current().gpu().isPresent();

        assertThat(Devices.freeGpuBytes().isPresent()).isEqualTo(onGpu);
        assertThat(Devices.computeCapability().isPresent()).isEqualTo(onGpu);
    }

    @Test
    void whatever_a_tensor_is_made_of_it_lives_on_the_settled_device_and_its_values_come_back() {
        try (var scope = Scope.recording()) {
            var floats = Tensors.of(new float[] {1, 2}, 2).requireGradient();
            var buffer = Tensors.of(ByteBuffer.allocateDirect(2 * Float.BYTES), 2);
            var index = Tensors.of(1, 0);
            var halves = Primitives.bfloat16(floats);
            var all = List.of(
                    floats,
                    buffer,
                    index,
                    halves,
                    Tensors.of(new double[] {3}, 1),
                    Tensors.full(0.5, DType.FLOAT64, 2),
                    floats.plus(1),
                    floats.select(0, index),
                    floats.detached().to(DType.FLOAT64),
                    Tensors.concat(List.of(floats, buffer), 0));
            floats.sum().backward();

            assertThat(all).allSatisfy(tensor -> assertThat(tensor.array.getDevice())
                    .isEqualTo(Devices.current().djl()));
            assertThat(floats.gradient().array.getDevice())
                    .isEqualTo(Devices.current().djl());
            assertThat(floats.floats()).containsExactly(1, 2);
            assertThat(buffer.floats()).containsExactly(0, 0);
            assertThat(index.longs()).containsExactly(1, 0);
            assertThat(halves.floats()).containsExactly(1, 2);
            assertThat(floats.gradient().doubles()).containsExactly(1, 1);
        }
    }

    @Test
    void what_is_read_back_leaves_nothing_behind() {
        try (var scope = Scope.plain()) {
            var values = Tensors.of(new float[] {1, 2, 3}, 3);
            int alive = Torch.liveTensors();
            for (int i = 0; i < 10; i++) {
                values.floats();
                values.doubles();
            }
            assertThat(Torch.liveTensors()).isEqualTo(alive);
        }
    }
}
