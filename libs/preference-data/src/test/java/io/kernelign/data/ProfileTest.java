package io.kernelign.data;

import static io.kernelign.data.Imported.OPTIONS;
import static io.kernelign.data.Imported.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.profile.Languages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final List<String> ENGLISH = List.of(
            row("How do I keep bread from going stale?", "Wrap it in a cloth and keep it in a wooden box.", "No idea."),
            row("Who wrote the first computer program?", "Ada Lovelace is usually given the credit for it.", "Bill."),
            row("Why is the sky blue in the morning?", "Because the air scatters short waves more than long.", "Sea."));
    private static final List<String> GERMAN = List.of(row(
            "Warum ist der Himmel am Morgen so blau?",
            "Weil die Luft kurzes Licht stärker streut als langes.",
            "Nein."));

    @Test
    void the_report_tells_the_languages_of_the_pairs() {
        var lines = new ArrayList<>(ENGLISH);
        lines.addAll(GERMAN);
        var languages = Imported.of(OPTIONS, lines.toArray(String[]::new))
                .report()
                .profile()
                .languages();

        assertThat(languages).containsExactly(new Languages.Share("eng", 0.75), new Languages.Share("deu", 0.25));
    }

    @Test
    void the_report_counts_the_tasks_that_pairs_name() {
        var lines = IntStream.range(0, 6)
                .mapToObj(i -> "{\"prompt\":\"question " + i + "\",\"chosen\":\"a\",\"rejected\":\"b\",\"task\":\""
                        + (i < 4 ? "chat" : "code") + "\"}")
                .toArray(String[]::new);
        var profile = Imported.of(OPTIONS, lines).report().profile();

        assertThat(profile.tasks()).hasToString("{chat=4, code=2}");
        assertThat(profile.untoldTasks()).isZero();
    }

    @Test
    void nothing_of_it_depends_on_the_order_of_the_rows() {
        var lines = new ArrayList<>(ENGLISH);
        lines.addAll(GERMAN);
        IntStream.range(0, 800)
                .mapToObj(i -> row("question " + i, "good", "bad"))
                .forEach(lines::add);
        var before = Imported.of(OPTIONS, lines.toArray(String[]::new)).report().profile();
        Collections.shuffle(lines, new Random(1));
        var after = Imported.of(OPTIONS, lines.toArray(String[]::new)).report().profile();

        assertThat(after).isEqualTo(before);
    }
}
