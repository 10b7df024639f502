package io.kernelign.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class ChatTemplateTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, Object> CONSTRUCTS = Golden.read("constructs.json", new TypeReference<>() {});

    record Case(
            String name,
            String template,
            List<Map<String, Object>> messages,
            boolean addGenerationPrompt,
            List<Object> tools,
            String expected,
            String failure) {}

    @TestFactory
    Stream<DynamicTest> a_template_renders_as_transformers_does() {
        return cases().filter(c -> c.failure() == null)
                .map(c -> DynamicTest.dynamicTest(
                        c.name(), () -> assertThat(render(c)).isEqualTo(c.expected())));
    }

    @TestFactory
    Stream<DynamicTest> what_transformers_refuses_is_refused_with_its_line() {
        return cases().filter(c -> c.failure() != null)
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> assertThatThrownBy(() -> render(c))
                        .isInstanceOf(TemplateException.class)
                        .hasMessageStartingWith("chat template, line 1: ")));
    }

    @Test
    void the_templates_own_refusal_is_told_from_a_failure() {
        assertThatThrownBy(() -> render("a\n\n{{ raise_exception('No system turn') }}"))
                .isInstanceOf(TemplateRefusal.class)
                .hasMessage("chat template, line 3: No system turn");
    }

    @Test
    void what_is_not_supported_is_named_with_its_line_when_the_template_is_parsed() {
        assertUnsupported(
                "a\n{% include 'x' %}",
                "chat template, line 2: the tag 'include' is not supported; supported are break, continue, for,"
                        + " generation, if, macro, set");
        assertUnsupported("\n\n{{ x|wordwrap }}", "chat template, line 3: the filter 'wordwrap' is not supported;");
        assertUnsupported("{{ x|map('wordwrap') }}", "chat template, line 1: the filter 'wordwrap' is not supported;");
        assertUnsupported("{{ x is callable }}", "chat template, line 1: the test 'callable' is not supported;");
        assertUnsupported(
                "{{ x|selectattr('a', 'callable') }}", "chat template, line 1: the test 'callable' is not supported;");
        assertUnsupported("{{ x.encode() }}", "chat template, line 1: the method 'encode' is not supported;");
        assertUnsupported(
                "{% if a %}{{ cycler(1) }}{% endif %}",
                "chat template, line 1: the function 'cycler' is not supported; supported are dict, namespace,"
                        + " raise_exception, range, strftime_now");
        assertUnsupported("{{ 2 ** 3 }}", "chat template, line 1: expected '}}', found '**'");
    }

    @Test
    void what_would_change_a_list_fails_only_where_it_is_reached() {
        var template = "{% set found = [] %}\n{% for m in messages %}{% if m.tools %}{{ found.append(m) }}{% endif %}"
                + "{% endfor %}{{ found }}";
        assertThat(render(template)).isEqualTo("[]");
        assertThatThrownBy(() ->
                        ChatTemplate.parse(template).render(List.of(Map.of("tools", List.of(1))), false, Map.of()))
                .hasMessage("chat template, line 2: a template may not change a list or mapping by append");
    }

    @Test
    void a_failure_inside_a_macro_has_the_line_of_the_macro() {
        assertThatThrownBy(() -> render("{% macro f(x) %}\n{{ x.y.z }}\n{% endmacro %}\n\n{{ f({}) }}"))
                .hasMessage("chat template, line 2: 'y' of a mapping is undefined");
    }

    @Test
    void dates_come_from_the_clock_as_c_writes_them() {
        var now = LocalDateTime.parse((String) CONSTRUCTS.get("now")).toInstant(ZoneOffset.UTC);
        for (var date : (List<?>) CONSTRUCTS.get("dates")) {
            var format = (String) ((Map<?, ?>) date).get("format");
            var template = ChatTemplate.parse("{{ strftime_now('" + format + "') }}")
                    .withClock(Clock.fixed(now, ZoneOffset.UTC));
            assertThat(template.render(List.of(), false, Map.of())).isEqualTo(((Map<?, ?>) date).get("expected"));
        }
        assertThatThrownBy(() -> render("{{ strftime_now('%Q') }}"))
                .hasMessage("chat template, line 1: strftime_now does not support %Q");
    }

    @Test
    void a_template_that_would_run_for_ever_is_stopped() {
        assertThatThrownBy(() -> render(
                        "{% for a in range(9999) %}{% for b in range(9999) %}{% set x = b %}{% endfor %}{% endfor %}"))
                .hasMessageContaining("takes more than 2000000 steps");
        assertThatThrownBy(() -> render("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}"))
                .hasMessageContaining("macros call one another more than 64 deep");
    }

    @Test
    void a_template_that_would_fill_the_memory_is_stopped() {
        var doubling =
                "{% set ns = namespace(x='ab') %}{% for a in range(99) %}{% set ns.x = ns.x + ns.x %}{% endfor %}";
        var limit = "produces more than 33554432 characters";
        assertThatThrownBy(() -> render(doubling)).hasMessageContaining(limit);
        assertThatThrownBy(() -> render(doubling.replace("'ab'", "[1]"))).hasMessageContaining(limit);
        assertThatThrownBy(() -> render("{{ 'x' * 9999999999 }}")).hasMessageContaining(limit);
        assertThatThrownBy(() -> render("{{ ('x' * 99999).replace('x', 'y' * 99999) }}"))
                .hasMessageContaining(limit);
        assertThatThrownBy(() -> render("{% for a in range(9999) %}{{ 'x' * 9999 }}{% endfor %}"))
                .hasMessageContaining(limit);
    }

    @Test
    void a_template_that_would_hold_the_processor_is_stopped() {
        var steps = "takes more than 2000000 steps";
        var pairs = "{% set r = range(99999) %}{% for a in r %}{% for b in r %}{% endfor %}{% endfor %}";
        assertThatThrownBy(() -> render(pairs)).hasMessageContaining(steps);
        var search = "{% set x = 'ab' * 9999999 %}{% for a in range(99999) %}{{ 'c' in x }}{% endfor %}";
        assertThatThrownBy(() -> render(search)).hasMessageContaining(steps);
        var shared = "{% set ns = namespace(x=[1], y=[1]) %}{% for i in range(40) %}"
                + "{% set ns.x = [ns.x, ns.x] %}{% set ns.y = [ns.y, ns.y] %}{% endfor %}";
        assertThatThrownBy(() -> render(shared + "{{ ns.x == ns.y }}")).hasMessageContaining(steps);
        assertThatThrownBy(() -> render(shared + "{{ ns.x }}")).hasMessageContaining(steps);
        assertThatThrownBy(() -> render(shared + "{{ ns.x|tojson }}")).hasMessageContaining(steps);
        assertThatThrownBy(() -> render("{% for c in 'x' * 9999999 %}{{ c }}{% endfor %}"))
                .hasMessageContaining("a text of 9999999 characters is too long to be taken apart");
        assertUnsupported("x".repeat(1 << 21), "the template has 2097152 characters; accepted are at most 1048576");
    }

    @Test
    void nesting_without_end_is_refused_not_a_stack_overflow() {
        int depth = 100_000;
        var deeper = "nested more than 100 deep";
        assertUnsupported("{{ " + "(".repeat(depth) + "1" + ")".repeat(depth) + " }}", deeper);
        assertUnsupported("{{ " + "[".repeat(depth) + "]".repeat(depth) + " }}", deeper);
        assertUnsupported("{{ " + "not ".repeat(depth) + "1 }}", deeper);
        assertUnsupported("{{ " + "- ".repeat(depth) + "1 }}", deeper);
        assertUnsupported("{% if 1 %}".repeat(depth), deeper);
        assertUnsupported("{{ 1" + " + 1".repeat(depth) + " }}", "an expression has more than 1000 operators");
        assertUnsupported("{{ a" + ".a".repeat(depth) + " }}", "an expression has more than 1000 operators");
        assertThatThrownBy(() -> render("{% set ns = namespace(x=[]) %}{% for i in range(50000) %}"
                        + "{% set ns.x = [ns.x] %}{% endfor %}{{ ns.x }}"))
                .hasMessage("chat template, line 1: the template nests too deeply");
    }

    @Test
    @Tag("shared")
    void smollm2s_template_renders_as_transformers_does() throws IOException {
        var config =
                Path.of(System.getProperty("kernelign.shared"), "models/smollm2-135m-instruct/tokenizer_config.json");
        var source =
                JSON.readTree(Files.readString(config)).get("chat_template").asString();
        var template = ChatTemplate.parse(source);
        List<Case> cases = Golden.read("smollm2.json", new TypeReference<>() {});
        assertThat(cases).hasSize(12).allSatisfy(c -> assertThat(
                        template.render(c.messages(), c.addGenerationPrompt(), Map.of()))
                .isEqualTo(c.expected()));
    }

    private static Stream<Case> cases() {
        return ((List<?>) CONSTRUCTS.get("cases")).stream().map(raw -> JSON.convertValue(raw, Case.class));
    }

    private static String render(Case c) {
        var variables = new HashMap<String, Object>();
        ((Map<?, ?>) CONSTRUCTS.get("variables")).forEach((name, value) -> variables.put((String) name, value));
        if (c.tools() != null) {
            variables.put("tools", c.tools());
        }
        return ChatTemplate.parse(c.template()).render(c.messages(), c.addGenerationPrompt(), variables);
    }

    private static String render(String template) {
        return ChatTemplate.parse(template).render(List.of(), false, Map.of());
    }

    private static void assertUnsupported(String template, String message) {
        assertThatThrownBy(() -> ChatTemplate.parse(template))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(message);
    }
}
