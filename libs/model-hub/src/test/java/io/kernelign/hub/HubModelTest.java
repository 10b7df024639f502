package io.kernelign.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.input.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubModelTest {

    @Test
    void a_name_says_owner_name_and_revision() {
        assertThat(HubModel.parse("hf:Qwen/Qwen2.5-0.5B")).isEqualTo(new HubModel("Qwen/Qwen2.5-0.5B", "main"));
        assertThat(HubModel.parse("hf:a/b@refs/pr/7")).isEqualTo(new HubModel("a/b", "refs/pr/7"));
        assertThat(HubModel.parse("hf:a/b@v1.0").toString()).isEqualTo("hf:a/b@v1.0");
    }

    @Test
    void other_tools_know_a_model_of_the_hub_by_owner_and_name() {
        assertThat(HubModel.publicName("hf:a/b@v1")).isEqualTo("a/b");
        assertThat(HubModel.publicName("a/b")).isEqualTo("a/b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hf:",
                "hf:gpt2",
                "hf:a/b/c",
                "hf:a/b@",
                "hf:a/b@v1@v2",
                "hf:../b",
                "hf:a/..",
                "hf:a/b..c",
                "hf:a/b@../main",
                "hf:a/b@x/../y",
                "hf:a b/c",
                "hf:a/b?x=1",
                "hf:a/b#c",
                "hf:a/b@%2e%2e",
                "hf:a/b\n",
                "hf:-a/b"
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> HubModel.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageEndingWith("; accepted is hf:owner/name or hf:owner/name@revision");
    }
}
