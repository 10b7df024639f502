package io.kernelign.trainer.spec;

import io.kernelign.input.Field;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.ValueType;
import io.kernelign.input.Values;
import io.kernelign.trainer.judge.Judges;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The one declaration of a benchmark's JSON: fields, defaults, ranges and their sentences. */
@Component
public class BenchmarkSpecType {

    private static final Field<BenchmarkName> NAME =
            Field.required("name", Types.constant(BenchmarkName.class), "Which benchmark.");
    private static final Field<String> FOLDER = Field.optional(
            "folder",
            Types.text(200),
            "Where its files lie, as its authors publish them: a path below the folder of benchmarks. When absent, the"
                    + " benchmark's name; alpaca_eval for both references of AlpacaEval.");
    private static final Field<String> FILES = Field.optional(
            "files",
            Types.text(100),
            "Id of its files where they were uploaded (/api/v1/benchmark-files), instead of a folder.");
    private static final Field<String> SHA256 = Field.optional(
            "sha256",
            Types.text(64),
            "SHA-256 that the uploaded archive must have. When absent, the one that it has, so that the record names it.");
    private static final Field<Integer> LIMIT = Field.optional(
            "limit",
            Types.integer(1, 1_000_000),
            "Asks only so many questions, of each subject, task or class in proportion.");
    private static final Field<Integer> SEED = Field.defaulted(
            "seed",
            Types.integer(0, Integer.MAX_VALUE),
            0,
            "Decides which questions are asked where limit leaves some out.");
    private static final Field<Integer> MAX_TOKENS = Field.optional(
            "maxTokens",
            Types.integer(1, 8192),
            "Most tokens of an answer, where that is fewer than the authors allow; figures are then not theirs.");

    private final Judges judges;
    private final Field<String> judge;
    private final ObjectType<BenchmarkSpec> type;

    BenchmarkSpecType(Judges judges) {
        this.judges = judges;
        judge = Field.optional(
                "judge",
                Types.choice(Stream.concat(Stream.of(Judges.RULES), judges.names().stream())
                        .toList()),
                "Who judges the answers: a judge that the service is configured with, which toxigen and alpaca_eval need;"
                        + " or, for xstest, its authors' rules, which is the default.");
        type = ObjectType.of(
                        List.of(NAME, FOLDER, FILES, SHA256, LIMIT, SEED, MAX_TOKENS, judge), this::build, this::plain)
                .checkedBy(this::check);
    }

    private void check(Values values) {
        var name = values.get(NAME);
        var named = values.find(judge);
        boolean judged = named.isPresent() && !named.get().equals(Judges.RULES);
        switch (name.judged()) {
            case NEVER -> {
                if (named.isPresent()) {
                    values.reject(judge, "nothing for " + name.json() + ", whose answers are right or wrong");
                }
            }
            case MAYBE -> {}
            case ALWAYS -> {
                if (!judged) {
                    values.reject(judge, configured(name));
                }
            }
        }
        if (values.given(FILES) && values.given(FOLDER)) {
            values.reject(FILES, "either a folder or uploaded files");
        }
        if (values.given(SHA256) && !values.given(FILES)) {
            values.reject(SHA256, "nothing without files");
        }
        if (values.given(MAX_TOKENS) && !name.isWritten()) {
            values.reject(MAX_TOKENS, "nothing for " + name.json() + ", whose answers are not written");
        }
    }

    private String configured(BenchmarkName name) {
        var whom = judges.names().isEmpty()
                ? "none is configured under kernelign.trainer.judges"
                : "one of " + String.join(", ", judges.names());
        return "a judge, which " + name.json() + " needs: " + whom;
    }

    private BenchmarkSpec build(Values values) {
        var name = values.get(NAME);
        return new BenchmarkSpec(
                name,
                source(values),
                given(values, LIMIT),
                values.get(SEED),
                given(values, MAX_TOKENS),
                values.find(judge).filter(named -> !named.equals(Judges.RULES)));
    }

    private static BenchmarkSource source(Values values) {
        return values.given(FILES)
                ? new BenchmarkSource.Uploaded(values.get(FILES), values.find(SHA256))
                : new BenchmarkSource.Folder(values.find(FOLDER).orElseGet(values.get(NAME)::folder));
    }

    private static OptionalInt given(Values values, Field<Integer> field) {
        return values.find(field).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private Map<String, Object> plain(BenchmarkSpec spec) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put(NAME.name(), spec.name().json());
        plain.putAll(plain(spec.source()));
        spec.limit().ifPresent(limit -> plain.put(LIMIT.name(), limit));
        plain.put(SEED.name(), spec.seed());
        spec.maxTokens().ifPresent(tokens -> plain.put(MAX_TOKENS.name(), tokens));
        if (spec.name().judged() != BenchmarkName.Judged.NEVER) {
            plain.put(judge.name(), spec.judge().orElse(Judges.RULES));
        }
        return plain;
    }

    private static Map<String, Object> plain(BenchmarkSource source) {
        if (source instanceof BenchmarkSource.Folder folder) {
            return Map.of(FOLDER.name(), folder.path());
        }
        var uploaded = (BenchmarkSource.Uploaded) source;
        var plain = new LinkedHashMap<String, Object>();
        plain.put(FILES.name(), uploaded.id());
        uploaded.sha256().ifPresent(sha256 -> plain.put(SHA256.name(), sha256));
        return plain;
    }

    /** Several of them, none twice. */
    ValueType<List<BenchmarkSpec>> list(int least) {
        return new Several(Types.listOf(type, least, BenchmarkName.values().length));
    }

    /** Figures are known by the benchmark's name. */
    private record Several(ValueType<List<BenchmarkSpec>> list) implements ValueType<List<BenchmarkSpec>> {

        @Override
        public List<BenchmarkSpec> read(Object raw) {
            var read = list.read(raw);
            var twice = read.stream()
                    .collect(Collectors.groupingBy(BenchmarkSpec::name, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .filter(count -> count.getValue() > 1)
                    .map(count -> count.getKey().json())
                    .findFirst();
            if (twice.isPresent()) {
                throw new InvalidInputException(
                        FieldError.unacceptable("", twice.get() + " twice", "each benchmark once"));
            }
            return read;
        }

        @Override
        public Object write(List<BenchmarkSpec> value) {
            return list.write(value);
        }

        @Override
        public String accepted() {
            return list.accepted();
        }

        @Override
        public Map<String, Object> jsonSchema() {
            return list.jsonSchema();
        }
    }
}
