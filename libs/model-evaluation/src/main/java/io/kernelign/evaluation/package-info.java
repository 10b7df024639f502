/**
 * Benchmarks of language models, each in a package of its own: its questions as its authors publish them, and what an answer
 * to one is worth, as pure functions of texts. Runs no model.
 *
 * <p>A caller that has a model goes through a benchmark in three steps.
 *
 * <ol>
 *   <li>{@link io.kernelign.evaluation.Benchmark#read} reads the folder with the authors' files into questions.
 *   <li>Each question says how it is put to a model ({@link io.kernelign.evaluation.Prompt}: one message for a model with a
 *       chat template, whose answer begins with the opening; a text to continue for one without) and how it is decided. A
 *       {@link io.kernelign.evaluation.WrittenQuestion} wants a text, greedily decoded within its
 *       {@link io.kernelign.evaluation.Decoding}: questions with the same decoding can be generated in one batch, sorted by
 *       length. A {@link io.kernelign.evaluation.ChoiceQuestion} wants the log-likelihood of each choice as the
 *       continuation of the prompt: the choices share the prompt, so that it need be read once.
 *       {@code answered} turns what the model said into a {@link io.kernelign.evaluation.Result}, which is small and holds
 *       no question: to be kept as it comes, so that an evaluation that was interrupted goes on with the questions that
 *       lack one.
 *   <li>{@link io.kernelign.evaluation.Score#of} makes the benchmark's figure of all results, and
 *       {@link io.kernelign.evaluation.Comparison#of} compares those of a model before and after training.
 * </ol>
 *
 * <p>Where the authors have a second model judge the answers, the benchmark takes a
 * {@link io.kernelign.evaluation.judge.Judge}, which {@code answered} asks then and there: such questions are best answered
 * on threads that may wait.
 *
 * <p>A file that is not as its benchmark has it is an {@link io.kernelign.input.InvalidInputException} that names file,
 * line and field.
 */
package io.kernelign.evaluation;
