package io.kernelign.trainer.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.service.start.RefusedStartException;
import io.kernelign.service.start.ServiceLauncher;
import io.kernelign.trainer.TrainerApplication;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerDeviceTest {

    @ParameterizedTest
    @ValueSource(strings = {"cuda:64", "gpu", ""})
    void a_worker_whose_device_is_not_there_does_not_start_and_says_which_are(String name) {
        assertThatThrownBy(() -> ServiceLauncher.start(
                                TrainerApplication.class, "trainer-service", "--kernelign.device=" + name)
                        .close())
                .isInstanceOf(RefusedStartException.class)
                .hasMessageStartingWith("kernelign.device: there is no device \"" + name + "\" here; there is cpu");
    }
}
