package io.kernelign.trainer.evaluation;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.service.blob.BlobStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts the answers to a benchmark into the blob store, as JSON Lines: a question, what was answered, and the verdict. */
@Component
class AnswerFiles {

    private static final String MEDIA_TYPE = "application/jsonl";

    private final BlobStore blobs;

    AnswerFiles(BlobStore blobs) {
        this.blobs = blobs;
    }

    ArtifactView put(String evaluation, String benchmark, List<Answered> answers) throws IOException {
        var name = benchmark + ".jsonl";
        var blob = blobs.put("evaluations/" + evaluation + "/" + name, out -> write(answers, out));
        return new ArtifactView(name, MEDIA_TYPE, blob.bytes(), blob.sha256(), blob.key());
    }

    private static void write(List<Answered> answers, OutputStream out) throws IOException {
        for (var answered : answers) {
            out.write(line(answered).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String line(Answered answered) {
        var result = answered.result();
        var line = new LinkedHashMap<String, Object>();
        line.put("question", result.question());
        line.put("group", result.group());
        line.put("value", result.isDecided() ? result.value() : null);
        line.put("extracted", result.verdict().extracted());
        line.put("answer", answered.answer());
        return JsonMapper.shared().writeValueAsString(line) + "\n";
    }
}
