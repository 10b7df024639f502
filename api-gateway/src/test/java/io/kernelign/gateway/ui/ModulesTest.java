package io.kernelign.gateway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be said of the pages without a browser. */
class ModulesTest {

    private static final Path FILES = Path.of("src/main/resources/web-ui");
    private static final Pattern IMPORT = Pattern.compile("(?:from |import |import\\()'([^']+)'");
    private static final Pattern STATIC_IMPORT = Pattern.compile("from '([^']+)'");
    private static final Pattern PRELOADED = Pattern.compile("rel=\"modulepreload\" href=\"\\{\\{assets}}/([^\"]+)\"");
    private static final Pattern ASSET = Pattern.compile("\\{\\{assets}}/([^\"]+)\"");
    private static final Pattern MAPPED = Pattern.compile("\"([^\"]+)\": \"\\{\\{assets}}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b");

    private static List<Path> modules() throws IOException {
        try (var files = Files.walk(FILES.resolve("app"))) {
            return files.filter(file -> file.toString().endsWith(".js")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void whatever_a_module_imports_is_there(Path module) {
        var mapped = groups(MAPPED, read(FILES.resolve("index.html"))).toList();

        assertThat(groups(IMPORT, read(module))).allSatisfy(name -> {
            if (name.startsWith(".")) {
                assertThat(module.resolveSibling(name)).isRegularFile();
            } else {
                assertThat(mapped).contains(name);
            }
        });
    }

    @Test
    void the_document_names_files_that_are_there() throws IOException {
        var libraries = Libraries.onClassPath().files();

        assertThat(groups(ASSET, read(FILES.resolve("index.html"))))
                .isNotEmpty()
                .allMatch(name -> libraries.containsKey(name) || Files.isRegularFile(FILES.resolve(name)));
        assertThat(libraries.values()).allMatch(library -> library.isReadable());
    }

    @Test
    void the_document_includes_its_styles_and_names_in_them_files_that_are_there() throws IOException {
        var html = UiDocument.of("/assets/1").html();
        var libraries = Libraries.onClassPath().files();

        assertThat(html).doesNotContain("{{").contains(read(FILES.resolve("css/tokens.css")));
        assertThat(groups(Pattern.compile("url\\(/assets/1/([^)]+)\\)"), html))
                .isNotEmpty()
                .allMatch(libraries::containsKey);
    }

    @Test
    void the_document_preloads_whatever_its_first_module_imports() {
        var document = read(FILES.resolve("index.html"));
        var imported = new TreeSet<String>();
        imports("app/main.js", document, imported);

        assertThat(groups(PRELOADED, document)).containsExactlyInAnyOrderElementsOf(imported);
    }

    private static void imports(String module, String document, Set<String> found) {
        groups(STATIC_IMPORT, read(FILES.resolve(module))).forEach(name -> {
            if (!name.startsWith(".")) {
                groups(Pattern.compile('"' + name + "\": \"\\{\\{assets}}/([^\"]+)\""), document)
                        .forEach(found::add);
            } else {
                var path = Path.of(module).resolveSibling(name).normalize().toString();
                if (found.add(path)) {
                    imports(path, document, found);
                }
            }
        });
    }

    @Test
    void colours_are_named_in_one_place() throws IOException {
        try (var styles = Files.list(FILES.resolve("css"))) {
            assertThat(styles.filter(file -> !file.endsWith("tokens.css")))
                    .allSatisfy(file -> assertThat(groups(COLOUR, read(file))).isEmpty());
        }
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(ModulesTest::told);
    }

    private static String told(MatchResult found) {
        return found.group(Math.min(1, found.groupCount()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
