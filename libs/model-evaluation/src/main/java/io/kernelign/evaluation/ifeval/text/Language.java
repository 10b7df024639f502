package io.kernelign.evaluation.ifeval.text;

import com.cybozu.labs.langdetect.DetectorFactory;
import com.cybozu.labs.langdetect.LangDetectException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells the language of a text by language-detection, of which langdetect, the detector of the authors' checker, is a copy in
 * Python. It draws parts of the text at random; here always the same ones.
 */
public final class Language {

    private static final List<String> PROFILES = List.of(
            "af", "ar", "bg", "bn", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "gu", "he", "hi", "hr",
            "hu", "id", "it", "ja", "kn", "ko", "lt", "lv", "mk", "ml", "mr", "ne", "nl", "no", "pa", "pl", "pt", "ro",
            "ru", "sk", "sl", "so", "sq", "sv", "sw", "ta", "te", "th", "tl", "tr", "uk", "ur", "vi", "zh-cn", "zh-tw");

    /** What it can tell: codes of ISO 639-1, and {@code zh-cn} and {@code zh-tw}; in alphabetical order. */
    public static final Set<String> KNOWN = Collections.unmodifiableSet(new TreeSet<>(PROFILES));

    static {
        try {
            DetectorFactory.loadProfile(PROFILES.stream().map(Language::profile).toList());
            DetectorFactory.setSeed(0);
        } catch (LangDetectException e) {
            throw new IllegalStateException(e);
        }
    }

    private Language() {}

    /**
     * The likeliest one; {@code unknown} when none of them is likely, and empty of a text without letters to tell it by. Of words in
     * capitals only the first letter counts.
     */
    public static Optional<String> of(String text) {
        try {
            var detector = DetectorFactory.create();
            detector.append(text);
            return Optional.of(detector.detect());
        } catch (LangDetectException e) {
            return Optional.empty();
        }
    }

    private static String profile(String language) {
        try (var profile = DetectorFactory.class.getResourceAsStream("/profiles/" + language)) {
            return new String(profile.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
