package io.kernelign.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThreadsTest {

    private final int before = Torch.threads();

    @BeforeEach
    void two_threads() {
        Torch.threads(2);
    }

    @AfterEach
    void as_before() {
        Torch.threads(before);
    }

    @Test
    void one_thread_can_be_held_to_one_core_while_all_others_keep_theirs() {
        var held = onNewThread(() -> {
            Torch.threadsHere(1);
            Torch.threadsHere(1);
            return Torch.threads();
        });

        assertThat(held).isEqualTo(1);
        assertThat(Torch.threads()).isEqualTo(2);
        assertThat(onNewThread(Torch::threads)).isEqualTo(2);
    }

    private static int onNewThread(Supplier<Integer> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task).start())
                .join();
    }
}
