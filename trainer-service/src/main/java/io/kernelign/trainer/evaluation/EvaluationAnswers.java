package io.kernelign.trainer.evaluation;

import io.kernelign.evaluation.Result;
import io.kernelign.evaluation.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers of evaluations, question by question. */
@Repository
class EvaluationAnswers {

    private static final String NUL = "\0";

    private final JdbcClient jdbc;

    EvaluationAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String evaluation, String benchmark, List<Answered> answers) {
        jdbc.sql("""
                        insert into evaluation_answer
                            (evaluation, benchmark, question, part, value, extracted, characters, answer)
                        select :evaluation, :benchmark, a.*
                        from unnest(:questions, :parts, :values, :extracted, :characters, :answers) as a""")
                .param("evaluation", evaluation)
                .param("benchmark", benchmark)
                .param("questions", column(answers, answer -> answer.result().question(), String[]::new))
                .param("parts", column(answers, answer -> answer.result().group(), String[]::new))
                .param("values", column(answers, EvaluationAnswers::value, Double[]::new))
                .param("extracted", column(answers, answer -> storable(extracted(answer)), String[]::new))
                .param("characters", column(answers, answer -> answer.result().characters(), Integer[]::new))
                .param("answers", column(answers, answer -> storable(answer.answer()), String[]::new))
                .update();
    }

    private static Double value(Answered answered) {
        var value = answered.result().verdict().value();
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static String extracted(Answered answered) {
        return answered.result().verdict().extracted();
    }

    /** PostgreSQL keeps no NUL. */
    private static String storable(String text) {
        return text.replace(NUL, "");
    }

    private static <T> T[] column(List<Answered> answers, Function<Answered, T> value, IntFunction<T[]> array) {
        return answers.stream().map(value).toArray(array);
    }

    /** Those to one benchmark, in no order. */
    List<Answered> of(String evaluation, String benchmark) {
        return jdbc.sql("""
                        select question, part, value, extracted, characters, answer from evaluation_answer
                        where evaluation = :evaluation and benchmark = :benchmark""")
                .param("evaluation", evaluation)
                .param("benchmark", benchmark)
                .query(EvaluationAnswers::read)
                .list();
    }

    private static Answered read(ResultSet row, int number) throws SQLException {
        var value = row.getObject("value", Double.class);
        var extracted = row.getString("extracted");
        var verdict = value == null ? Verdict.cannotSay(extracted) : Verdict.of(value, extracted);
        var result = new Result(row.getString("question"), row.getString("part"), verdict, row.getInt("characters"));
        return new Answered(result, row.getString("answer"));
    }

    void drop(String evaluation) {
        jdbc.sql("delete from evaluation_answer where evaluation = :evaluation")
                .param("evaluation", evaluation)
                .update();
    }
}
