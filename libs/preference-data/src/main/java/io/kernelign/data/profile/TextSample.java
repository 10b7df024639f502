package io.kernelign.data.profile;

import io.kernelign.data.pair.EncodedPair;
import io.kernelign.data.text.Text;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The texts of some pairs, those with the smallest ids, so that the order of the pairs does not matter. */
final class TextSample {

    private static final int PAIRS = 200;
    private static final int CHARACTERS = 250;

    private final TreeMap<String, String> texts = new TreeMap<>();

    void add(EncodedPair pair) {
        if (texts.size() < PAIRS || pair.id().compareTo(texts.lastKey()) < 0) {
            texts.put(pair.id(), beginning(pair));
            if (texts.size() > PAIRS) {
                texts.pollLastEntry();
            }
        }
    }

    List<String> texts() {
        return texts.entrySet().stream().map(Map.Entry::getValue).toList();
    }

    /** Of the last turn that was asked, and of what was answered. */
    private static String beginning(EncodedPair pair) {
        var asked = pair.prompt().get(pair.prompt().size() - 1).content();
        var answered = pair.chosen().get(0).content();
        return cut(asked) + "\n" + cut(answered);
    }

    private static String cut(Text utf8) {
        var text = utf8.toString();
        return text.substring(0, Math.min(text.length(), CHARACTERS));
    }
}
