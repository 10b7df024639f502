package io.kernelign.data.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** In which languages texts are, by Apache OpenNLP's detector of 103 languages. */
public final class Languages {

    /** What texts of which no language is likely count as: ISO 639-3 for undetermined. */
    public static final String UNDETERMINED = "und";

    private static final String MODEL = "/langdetect-183.bin";
    private static final double LIKELY = 0.02;

    /**
     * One language.
     *
     * @param language ISO 639-3, or {@value #UNDETERMINED}
     * @param share of the texts, 0 to 1
     */
    public record Share(String language, double share) {}

    private static SoftReference<LanguageDetectorModel> loaded = new SoftReference<>(null);

    private Languages() {}

    /** The shares, the largest first; none of no text. */
    public static List<Share> of(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        var detector = new LanguageDetectorME(model());
        return texts.stream()
                .map(text -> language(detector.predictLanguage(text)))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(it -> new Share(it.getKey(), (double) it.getValue() / texts.size()))
                .sorted(Comparator.comparing(Share::share).reversed().thenComparing(Share::language))
                .toList();
    }

    private static String language(Language likeliest) {
        return likeliest.getConfidence() < LIKELY ? UNDETERMINED : likeliest.getLang();
    }

    /** Loading it takes a second and its tables a hundred megabytes: kept while there is room. */
    private static synchronized LanguageDetectorModel model() {
        var model = loaded.get();
        if (model == null) {
            model = load();
            loaded = new SoftReference<>(model);
        }
        return model;
    }

    private static LanguageDetectorModel load() {
        try (var model = Languages.class.getResourceAsStream(MODEL)) {
            return new LanguageDetectorModel(model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
