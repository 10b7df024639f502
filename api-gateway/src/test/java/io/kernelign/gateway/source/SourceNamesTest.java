package io.kernelign.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.input.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceNamesTest {

    private static final HubSource.Kind HUB = new HubSource.Kind(true, null);
    private static final HttpsSource.Kind HTTPS = new HttpsSource.Kind(true, null);

    @ParameterizedTest
    @CsvSource({
        "hf:a/b, hf:a/b@main, a/b",
        "hf:a/b/test, hf:a/b@main/test, a/b/test",
        "hf:a/b@v1.0, hf:a/b@v1.0, a/b",
        "hf:a/b@v1/train_prefs, hf:a/b@v1/train_prefs, a/b/train_prefs",
        "hf:a/b@refs/convert/parquet, hf:a/b@refs/convert/parquet, a/b",
        "hf:a/b@refs/pr/7/test, hf:a/b@refs/pr/7/test, a/b/test"
    })
    void a_data_set_of_the_hub_is_named_by_owner_name_revision_and_split(String text, String shown, String name) {
        assertThat(HUB.parse(text)).hasToString(shown);
        assertThat(HUB.parse(text).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hf:", "hf:a", "hf:a/b/c/d", "hf:a/b@", "hf:a/b@v1/t/x", "hf:../b", "hf:a/b@..", "hf:a/b?x"})
    void another_name_with_hf_is_refused(String text) {
        assertThatThrownBy(() -> HUB.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageEndingWith("; accepted is hf:owner/name[@revision][/split]");
    }

    @Test
    void a_signed_url_is_shown_without_its_signature() {
        var source = HTTPS.parse("https://data.example/a/pairs%201.jsonl?signature=secret");
        assertThat(source).hasToString("https://data.example/a/pairs%201.jsonl");
        assertThat(source.name()).isEqualTo("pairs 1.jsonl");
        assertThat(HTTPS.parse("https://data.example").name()).isEqualTo("data.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://", "https:///x", "https://user:password@host/x", "https://a b/", "https://[::1/"})
    void what_is_no_url_of_a_host_is_refused(String text) {
        assertThatThrownBy(() -> HTTPS.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("accepted is a URL with a host");
    }
}
