package io.kernelign.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The templates of real models, which {@code oracles/chat_templates.py} lays down beside the repository. */
@Tag("templates")
class ChatFamiliesTest {

    private static final Conversations CONVERSATIONS = Golden.read("families/conversations.json", Conversations.class);

    record Conversations(
            String now,
            List<Object> tools,
            Map<String, List<Map<String, Object>>> conversations,
            List<String> families) {

        Clock clock() {
            return Clock.fixed(LocalDateTime.parse(now).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        }
    }

    record Family(String sha256, Map<String, String> specialTokens, List<Case> cases) {}

    record Case(String conversation, boolean addGenerationPrompt, String expected, String failure, String refusal) {}

    @TestFactory
    Stream<DynamicNode> every_family_renders_as_transformers_does() {
        return CONVERSATIONS.families().stream().map(name -> DynamicContainer.dynamicContainer(name, cases(name)));
    }

    @Test
    void there_are_at_least_fifteen_families() {
        assertThat(CONVERSATIONS.families()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(15);
    }

    private static Stream<DynamicTest> cases(String name) {
        var family = Golden.read("families/" + name + ".json", Family.class);
        var source = source(name);
        assertThat(sha256(source))
                .as("the template that was rendered for %s", name)
                .isEqualTo(family.sha256());
        var template = ChatTemplate.parse(source).withClock(CONVERSATIONS.clock());
        return family.cases().stream()
                .map(c -> DynamicTest.dynamicTest(
                        c.conversation() + (c.addGenerationPrompt() ? ", to be answered" : ""),
                        () -> check(template, family, c)));
    }

    private static void check(ChatTemplate template, Family family, Case c) {
        if (c.expected() != null) {
            assertThat(render(template, family, c)).isEqualTo(c.expected());
        } else {
            assertThatThrownBy(() -> render(template, family, c))
                    .isExactlyInstanceOf(c.refusal() != null ? TemplateRefusal.class : TemplateException.class);
        }
    }

    private static String render(ChatTemplate template, Family family, Case c) {
        var variables = new HashMap<String, Object>(family.specialTokens());
        if (c.conversation().startsWith("tools")) {
            variables.put("tools", CONVERSATIONS.tools());
        }
        return template.render(CONVERSATIONS.conversations().get(c.conversation()), c.addGenerationPrompt(), variables);
    }

    private static String source(String family) {
        try {
            return Files.readString(Path.of(System.getProperty("kernelign.templates"), family + ".jinja"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
