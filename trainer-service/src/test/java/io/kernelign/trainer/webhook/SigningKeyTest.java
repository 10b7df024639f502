package io.kernelign.trainer.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    @Test
    void a_message_is_signed_as_the_example_of_standard_webhooks_is() {
        var key = new SigningKey("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(key.signature(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 25, 32, 63, 64})
    void a_key_has_24_to_64_bytes(int bytes) {
        assertThat(SigningKey.isWritten(written(bytes))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {23, 65, 0})
    void other_numbers_of_bytes_are_no_key(int bytes) {
        assertThat(SigningKey.isWritten(written(bytes))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "secret", "whsec_ThisIsNot*Base64*ThisIsNot*Base64*"})
    void other_texts_are_no_key(String text) {
        assertThat(SigningKey.isWritten(text)).isFalse();
    }

    private static String written(int bytes) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
    }
}
