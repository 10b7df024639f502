package io.kernelign.torch;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.BiFunction;

/**
 * A dense array on libtorch. Operations follow PyTorch's semantics of the same name, broadcasting included, and answer a
 * new tensor that belongs to the innermost {@link Scope} of the calling thread.
 *
 * <p>Shapes in the Javadoc of this code base are written [rows, columns]; dimensions count from 0, negative ones from the
 * end. The file is long because it is the vocabulary of the whole code base, a line or two a word.
 */
public final class Tensor implements AutoCloseable {

    final PtNDArray array;

    Tensor(PtNDArray array) {
        this.array = array;
        Scope.adopt(this);
    }

    // Shape and type

    public long[] shape() {
        return array.getShape().getShape();
    }

    public long size(int dim) {
        var shape = shape();
        return shape[dim < 0 ? dim + shape.length : dim];
    }

    public long elements() {
        return array.getShape().size();
    }

    public DType dtype() {
        return DType.of(array.getDataType());
    }

    public Tensor to(DType type) {
        return new Tensor(JniUtils.to(array, type.djl, Engine.DEVICE));
    }

    public Tensor reshape(long... shape) {
        return new Tensor(JniUtils.reshape(array, shape));
    }

    public Tensor transpose(int first, int second) {
        return new Tensor(JniUtils.transpose(array, first, second));
    }

    public Tensor unsqueeze(int dim) {
        return new Tensor(JniUtils.unsqueeze(array, dim));
    }

    public Tensor squeeze(int dim) {
        return new Tensor(JniUtils.squeeze(array, dim));
    }

    /** Elements [from, to) along a dimension; a view. */
    public Tensor slice(int dim, long from, long to) {
        return new Tensor(JniUtils.slice(array, dim, from, to, 1));
    }

    /** Rows (or columns, ...) by an INT64 index [n]. */
    public Tensor select(int dim, Tensor index) {
        return Script.call("index_select", this, (long) dim, index);
    }

    /** The elements that an INT64 index of as many dimensions names along one of them. */
    public Tensor gather(int dim, Tensor index) {
        return Script.call("gather", this, (long) dim, index);
    }

    /** Where the k largest of each row [n, m] stand, INT64 [n, k], in no order. */
    public Tensor topK(int k) {
        return Script.call("top_k", this, (long) k);
    }

    /** One element of every row: [n, m] by an INT64 index [n] to [n]. */
    public Tensor pick(Tensor index) {
        return new Tensor(JniUtils.gather(array, index.unsqueeze(1).array, 1)).squeeze(1);
    }

    /** Adds the rows of {@code source} onto the rows of this that {@code index} names. */
    public Tensor indexAdd(Tensor index, Tensor source) {
        return Script.call("index_add", this, index, source);
    }

    // Arithmetic. Numbers become tensors of libtorch's own memory: a scalar operand that DJL keeps in a Java buffer is
    // read again in backward, when the buffer may be gone.

    public Tensor plus(Tensor other) {
        return combine(JniUtils::add, other);
    }

    public Tensor plus(double number) {
        return plus(constant(number));
    }

    public Tensor minus(Tensor other) {
        return combine(JniUtils::sub, other);
    }

    public Tensor minus(double number) {
        return minus(constant(number));
    }

    public Tensor times(Tensor other) {
        return combine(JniUtils::mul, other);
    }

    public Tensor times(double number) {
        return times(constant(number));
    }

    public Tensor over(Tensor other) {
        return combine(JniUtils::div, other);
    }

    public Tensor over(double number) {
        return over(constant(number));
    }

    public Tensor power(double exponent) {
        return combine(JniUtils::pow, constant(exponent));
    }

    public Tensor maximum(Tensor other) {
        return combine(JniUtils::max, other);
    }

    public Tensor minimum(Tensor other) {
        return combine(JniUtils::min, other);
    }

    public Tensor atLeast(double number) {
        return maximum(constant(number));
    }

    public Tensor atMost(double number) {
        return minimum(constant(number));
    }

    public Tensor matmul(Tensor other) {
        return combine(JniUtils::matmul, other);
    }

    public Tensor negated() {
        return new Tensor(JniUtils.neg(array));
    }

    public Tensor abs() {
        return new Tensor(JniUtils.abs(array));
    }

    public Tensor sign() {
        return new Tensor(JniUtils.sign(array));
    }

    public Tensor square() {
        return times(this);
    }

    public Tensor sqrt() {
        return new Tensor(JniUtils.sqrt(array));
    }

    public Tensor exp() {
        return new Tensor(JniUtils.exp(array));
    }

    /** e^x - 1, accurate near 0. */
    public Tensor expm1() {
        return Script.call("expm1", this);
    }

    public Tensor log() {
        return new Tensor(JniUtils.log(array));
    }

    /** log(1 + x), accurate near 0. */
    public Tensor log1p() {
        return Script.call("log1p", this);
    }

    public Tensor sin() {
        return new Tensor(JniUtils.sin(array));
    }

    public Tensor cos() {
        return new Tensor(JniUtils.cos(array));
    }

    public Tensor tanh() {
        return new Tensor(JniUtils.tanh(array));
    }

    public Tensor sigmoid() {
        return new Tensor(JniUtils.sigmoid(array));
    }

    public Tensor logSigmoid() {
        return Script.call("log_sigmoid", this);
    }

    public Tensor softmax(int dim) {
        return new Tensor(JniUtils.softmax(array, dim, array.getDataType()));
    }

    public Tensor logSoftmax(int dim) {
        return new Tensor(JniUtils.logSoftmax(array, dim, array.getDataType()));
    }

    public Tensor logSumExp(int dim) {
        return Script.call("logsumexp", this, (long) dim);
    }

    // Reductions and comparisons

    public Tensor sum() {
        return new Tensor(JniUtils.sum(array));
    }

    public Tensor sum(int dim) {
        return new Tensor(JniUtils.sum(array, new long[] {dim}, false));
    }

    public Tensor mean() {
        return new Tensor(JniUtils.mean(array));
    }

    public Tensor mean(int dim) {
        return new Tensor(JniUtils.mean(array, dim, false));
    }

    /** Index of the largest element along a dimension, INT64. */
    public Tensor argMax(int dim) {
        return new Tensor(JniUtils.argMax(array, dim, false));
    }

    /** The elements of a vector, smallest first. */
    public Tensor sort() {
        return new Tensor(JniUtils.sort(array, 0, false));
    }

    public Tensor greaterThan(double number) {
        return combine(JniUtils::gt, constant(number));
    }

    public Tensor lessThan(double number) {
        return combine(JniUtils::lt, constant(number));
    }

    /** This BOOL tensor's choice, element by element. */
    public Tensor choose(Tensor whenTrue, Tensor whenFalse) {
        return new Tensor(JniUtils.where(array, whenTrue.array, whenFalse.array));
    }

    // Gradients

    /** Whether backward goes to this tensor: a leaf that requires a gradient, or what was recorded of one. */
    public boolean requiresGradient() {
        return Script.call("requires_gradient", this).item() != 0;
    }

    /** The same values, cut off from the recorded computation. */
    public Tensor detached() {
        return new Tensor(JniUtils.detachGradient(array));
    }

    /** Marks this tensor as a leaf whose gradient {@link #backward} accumulates. */
    public Tensor requireGradient() {
        JniUtils.attachGradient(array, true);
        return this;
    }

    /** Differentiates this single number with respect to every leaf it depends on. */
    public void backward() {
        JniUtils.backward(array, constant(1).reshape(shape()).array, false, false);
    }

    /** Differentiates the sum of this tensor's elements, each times one of {@code weights}, as {@link #backward()} does. */
    public void backward(Tensor weights) {
        JniUtils.backward(array, weights.array, false, false);
    }

    /**
     * The gradient that backward passes accumulated here; zeros when none did. It is the accumulator itself: a later
     * backward pass or {@link #clearGradient} changes it.
     */
    public Tensor gradient() {
        var gradient = JniUtils.getGradient(array);
        return gradient == null ? Tensors.zeros(dtype(), shape()) : new Tensor(gradient);
    }

    /** Sets the accumulated gradient to zero. */
    public void clearGradient() {
        JniUtils.zeroGrad(array);
    }

    // Contents

    /** Overwrites this tensor's values; not recorded. */
    public void assign(Tensor source) {
        Script.call("assign", this, source.detached());
    }

    /**
     * Overwrites this tensor's values behind autograd's back: backward of what was recorded with the old values reads
     * those that are there then, where after {@link #assign} it would refuse. The source may be in bfloat16.
     */
    public void refill(Tensor source) {
        Script.call("refill", this, source);
    }

    /** Adds onto this tensor's values; not recorded. */
    public void accumulate(Tensor source) {
        Script.call("accumulate", this, source.detached());
    }

    /** The single value of a tensor of one element. */
    public double item() {
        if (elements() != 1) {
            throw new IllegalStateException("a tensor of shape " + array.getShape() + " is not one number");
        }
        return Contents.doubles(array)[0];
    }

    /** All values in row-major order. */
    public float[] floats() {
        return Contents.floats(array);
    }

    /** All values in row-major order. */
    public double[] doubles() {
        return Contents.doubles(array);
    }

    /** All values in row-major order. */
    public long[] longs() {
        return Contents.longs(array);
    }

    // Lifetime

    /** Takes this tensor out of its scope; the caller owns it and closes it. */
    public Tensor retain() {
        Scope.release(this);
        return this;
    }

    /** Frees the memory at once instead of with the scope. */
    @Override
    public void close() {
        Scope.release(this);
        array.close();
    }

    /** A number without dimensions, in a type that loses nothing of it: half of an INT64 tensor is not zero times it. */
    private Tensor constant(double number) {
        var own = dtype();
        var whole = number == Math.rint(number) ? DType.INT64 : DType.FLOAT32;
        return Tensors.full(number, own.fractional() ? own : whole);
    }

    private Tensor combine(BiFunction<PtNDArray, PtNDArray, PtNDArray> operation, Tensor other) {
        return new Tensor(operation.apply(array, other.array));
    }
}
