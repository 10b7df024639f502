package io.kernelign.trainer.evaluation;

import io.kernelign.evaluation.Result;
import io.kernelign.evaluation.Verdict;
import io.kernelign.service.database.Columns;
import io.kernelign.service.database.StorableText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers of evaluations, question by question. */
@Repository
class EvaluationAnswers {

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
                .param(
                        "questions",
                        Columns.of(answers, answer -> answer.result().question(), String[]::new))
                .param("parts", Columns.of(answers, answer -> answer.result().group(), String[]::new))
                .param("values", Columns.of(answers, EvaluationAnswers::value, Double[]::new))
                .param("extracted", Columns.of(answers, answer -> StorableText.of(extracted(answer)), String[]::new))
                .param(
                        "characters",
                        Columns.of(answers, answer -> answer.result().characters(), Integer[]::new))
                .param("answers", Columns.of(answers, answer -> StorableText.of(answer.answer()), String[]::new))
                .update();
    }

    private static Double value(Answered answered) {
        var value = answered.result().verdict().value();
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static String extracted(Answered answered) {
        return answered.result().verdict().extracted();
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
