package io.kernelign.embedding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * all-MiniLM-L6-v2 as LangChain4j packages it, in this process and without any download. Texts are embedded in
 * parallel, each on one thread: ONNX Runtime's own threads would spin while they wait for each other. The model is
 * loaded with the first text. Its tokenizer is packaged with a limit of 128 word pieces, so that the rest of a text is not seen.
 */
public final class MiniLm implements EmbeddingModel, AutoCloseable {

    /** The resource that holds the model. */
    public static final String MODEL = "/all-minilm-l6-v2.onnx";

    /** The resource that holds the tokenizer. */
    public static final String TOKENIZER = "/all-minilm-l6-v2-tokenizer.json";

    private final ExecutorService threads = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), task -> new Thread(task, "minilm"));
    private final ReadWriteLock closing = new ReentrantReadWriteLock();
    private Loaded loaded;

    @Override
    public String name() {
        return "minilm";
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        var segments =
                texts.stream().map(EncoderInput::of).map(TextSegment::from).toList();
        closing.readLock().lock();
        try {
            return model().embedAll(segments).content().stream()
                    .map(Embedding::vector)
                    .toList();
        } finally {
            closing.readLock().unlock();
        }
    }

    private synchronized Loaded model() {
        if (loaded == null) {
            loaded = new Loaded(threads);
        }
        return loaded;
    }

    /** Waits for what is being embedded: a session that is closed under its threads ends the process. */
    @Override
    public void close() throws OrtException {
        closing.writeLock().lock();
        try {
            threads.shutdownNow();
            if (loaded != null) {
                loaded.session.close();
            }
        } finally {
            closing.writeLock().unlock();
        }
    }

    private static final class Loaded extends AbstractInProcessEmbeddingModel {

        private final OrtSession session;
        private final OnnxBertBiEncoder encoder;

        Loaded(ExecutorService threads) {
            super(threads);
            try (var model = resource(MODEL);
                    var tokenizer = resource(TOKENIZER);
                    var options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                var environment = OrtEnvironment.getEnvironment();
                session = environment.createSession(model.readAllBytes(), options);
                encoder = new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.MEAN);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (OrtException e) {
                throw new IllegalStateException("the packaged encoder cannot be loaded", e);
            }
        }

        private static InputStream resource(String name) {
            return AbstractInProcessEmbeddingModel.class.getResourceAsStream(name);
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }
    }
}
