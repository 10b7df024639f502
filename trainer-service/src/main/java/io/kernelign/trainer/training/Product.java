package io.kernelign.trainer.training;

import io.kernelign.hub.HubModel;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.ModelWriter;
import io.kernelign.lm.lora.Lora;
import io.kernelign.lm.lora.MergedModel;
import io.kernelign.lm.lora.PeftFolder;
import io.kernelign.torch.Scope;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.training.FullPolicy;
import io.kernelign.training.LowRankPolicy;
import io.kernelign.training.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a trained policy is kept as: an adapter in PEFT's layout, and on request the merged model in {@code merged/}; or,
 * when all weights were trained, the whole model in {@code model/}.
 */
public final class Product {

    private static final String MERGED = "merged";
    /** Folder of the model of which all weights were trained, among the files. */
    public static final String MODEL = "model";

    private Product() {}

    /**
     * Writes it.
     *
     * @return the files, below the folder
     */
    static List<Path> write(Path folder, ModelFolder base, Policy policy, JobSpec spec) throws IOException {
        if (policy instanceof LowRankPolicy lowRank) {
            return adapter(folder, base, lowRank.lora(), spec);
        }
        return model(folder, base, (FullPolicy) policy);
    }

    private static List<Path> adapter(Path folder, ModelFolder base, Lora lora, JobSpec spec) throws IOException {
        PeftFolder.write(folder, lora, HubModel.publicName(spec.model()));
        var files = new ArrayList<>(List.of(folder.resolve(PeftFolder.CONFIG), folder.resolve(PeftFolder.WEIGHTS)));
        if (spec.export().merged()) {
            var merged = Files.createDirectories(folder.resolve(MERGED));
            MergedModel.write(merged, base, lora);
            files.addAll(filesOf(merged));
        }
        return files;
    }

    private static List<Path> model(Path folder, ModelFolder base, FullPolicy policy) throws IOException {
        var model = Files.createDirectories(folder.resolve(MODEL));
        try (var scope = Scope.plain()) {
            ModelWriter.write(model, base, name -> policy.named().get(name).floats());
        }
        return filesOf(model);
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
